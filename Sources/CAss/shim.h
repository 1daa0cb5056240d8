#include <ass/ass.h>
#include <stdio.h>

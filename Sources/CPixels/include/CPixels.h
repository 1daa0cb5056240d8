#ifndef CPIXELS_H
#define CPIXELS_H
#include <stddef.h>
#include <stdint.h>
#endif

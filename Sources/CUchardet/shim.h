// Which encoding a text is in, by Mozilla's detector, and the C library's conversion of it.
#include <iconv.h>
#include <uchardet/uchardet.h>

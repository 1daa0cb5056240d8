#include "CFourier.h"

#include <libavutil/version.h>

#define TEXT_(x) #x
#define TEXT(x) TEXT_(x)

/// The library of the version that the headers are of.
const char *const voimo_library_avutil = "libavutil.so." TEXT(LIBAVUTIL_VERSION_MAJOR);

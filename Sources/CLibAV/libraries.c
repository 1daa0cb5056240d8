#include "CLibAV.h"

#define TEXT_(x) #x
#define TEXT(x) TEXT_(x)

// The libraries of the versions that the headers are of. libavutil's is CFourier's.
const char *const voimo_library_avcodec = "libavcodec.so." TEXT(LIBAVCODEC_VERSION_MAJOR);
const char *const voimo_library_avformat = "libavformat.so." TEXT(LIBAVFORMAT_VERSION_MAJOR);
const char *const voimo_library_swresample = "libswresample.so." TEXT(LIBSWRESAMPLE_VERSION_MAJOR);
const char *const voimo_library_swscale = "libswscale.so." TEXT(LIBSWSCALE_VERSION_MAJOR);

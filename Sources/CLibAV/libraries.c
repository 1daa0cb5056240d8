#define _GNU_SOURCE
#include "CLibAV.h"

#include <link.h>

#define TEXT_(x) #x
#define TEXT(x) TEXT_(x)

// The libraries of the versions that the headers are of. libavutil's is CFourier's.
const char *const voimo_library_avcodec = "libavcodec.so." TEXT(LIBAVCODEC_VERSION_MAJOR);
const char *const voimo_library_avformat = "libavformat.so." TEXT(LIBAVFORMAT_VERSION_MAJOR);
const char *const voimo_library_swresample = "libswresample.so." TEXT(LIBSWRESAMPLE_VERSION_MAJOR);
const char *const voimo_library_swscale = "libswscale.so." TEXT(LIBSWSCALE_VERSION_MAJOR);

struct visit {
  void (*each)(const char *path, void *context);
  void *context;
};

static int visit_library(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  const struct visit *visit = context;
  if (info->dlpi_name && *info->dlpi_name) visit->each(info->dlpi_name, visit->context);
  return 0;
}

void voimo_each_loaded_library(void (*each)(const char *path, void *context), void *context) {
  struct visit visit = {each, context};
  dl_iterate_phdr(visit_library, &visit);
}

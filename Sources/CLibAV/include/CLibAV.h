#include <errno.h>
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/dict.h>
#include <libavutil/error.h>
#include <libavutil/imgutils.h>
#include <libavutil/intreadwrite.h>
#include <libavutil/log.h>
#include <libavutil/mathematics.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libavutil/samplefmt.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>

// Swift does not import macros with casts: these give them a name.
static const int64_t voimo_no_pts = AV_NOPTS_VALUE;
static const int voimo_error_eof = AVERROR_EOF;
static const int voimo_error_invalid_data = AVERROR_INVALIDDATA;
static const int voimo_error_again = AVERROR(EAGAIN);

/// Calls back with the path of every shared library that is loaded now.
void voimo_each_loaded_library(void (*each)(const char *path, void *context), void *context);

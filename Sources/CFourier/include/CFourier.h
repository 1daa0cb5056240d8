// The transforms of libavutil, and the aligned memory they want.
#include <libavutil/mem.h>
#include <libavutil/tx.h>

// The functions of libavutil that voimo calls. The linker names those that are missing.
#include "loader.h"

LAZY_FUNCTION(avutil, av_free)
LAZY_FUNCTION(avutil, av_mallocz)
LAZY_FUNCTION(avutil, av_tx_init)
LAZY_FUNCTION(avutil, av_tx_uninit)

.section .note.GNU-stack, "", %progbits

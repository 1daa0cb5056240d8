// Loudness after EBU R 128.
#include <ebur128.h>

// Swift does not join the cases of a C enum.
static const int voimo_ebur128_loudness_and_range = EBUR128_MODE_I | EBUR128_MODE_LRA;

#include "CPixels.h"
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define PX_HAS_FLOOR
#define PX_AVX2
#include "vec.h"
#include "layers_sky.h"
#include "layers_ground.h"
#include "layers_flow.h"
#include "finish.h"
#include "brushes.h"
#include "warp.h"
#pragma clang attribute pop
#define PX_TABLE px_avx2_table
#include "table.h"
#endif

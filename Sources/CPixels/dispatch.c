#include "CPixels.h"

extern const px_kernels px_baseline_table;
const px_kernels *px_baseline(void) { return &px_baseline_table; }

#if defined(__x86_64__)
extern const px_kernels px_avx2_table;
const px_kernels *px_fastest(void) {
  return __builtin_cpu_supports("avx2") ? &px_avx2_table : &px_baseline_table;
}
#else
const px_kernels *px_fastest(void) { return &px_baseline_table; }
#endif

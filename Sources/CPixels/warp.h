// Pictures seen by a camera that moves: cubic B-splines of 16-bit coefficients (Unser 1999), which
// lose no detail between pixels, so that nothing shimmers while it glides. Samples are whole numbers
// until they are complete.

// A coefficient is a level of a byte times PX_LEVEL. Levels of 0 to 255 never need coefficients beyond
// nine times as many (three in each direction), so that 16 bits always hold them.
enum { px_texel = 4, PX_LEVEL = 14 };

/// Coordinates from a half before the first pixel to a half behind the last, as a mirror on either
/// side shows them.
PX f8 mirror8(f8 x, float size) {
  f8 a = x + f(0.5f);
  a -= f(2 * size) * floor8(a * f(0.5f / size));
  a = min8(a, f(2 * size) - a);
  return min8(max8(a, f(0)), f(size)) - f(0.5f);
}

/// The four weights of each of eight places between pixels, which always add up to 32768: those down
/// each twice over, as a column is multiplied by them; those across in two pairs a place, as
/// multiply-and-add takes them.
PX void spline8(f8 t, i8 w[4]) {
  f8 s = f(1) - t, t2 = t * t, third = f(1.0f / 6);
  w[0] = trunc8(s * s * s * third * f(32768) + f(0.5f));
  w[1] = trunc8((t2 * (t * f(3) - f(6)) + f(4)) * third * f(32768) + f(0.5f));
  w[3] = trunc8(t2 * t * third * f(32768) + f(0.5f));
  w[2] = i(32768) - w[0] - w[1] - w[3];
}
PX void down8(f8 t, uint32_t out[4][8]) {
  i8 w[4];
  spline8(t, w);
  for (int k = 0; k < 4; k++) {
    i8 twice = w[k] | (w[k] << 16);
    memcpy(out[k], &twice, sizeof twice);
  }
}
PX void across8(f8 t, uint32_t out[16]) {
  i8 w[4];
  spline8(t, w);
  i8 a = w[0] | (w[1] << 16), b = w[2] | (w[3] << 16);
  i8 low = __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
  i8 high = __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
  memcpy(out, &low, sizeof low);
  memcpy(out + 8, &high, sizeof high);
}

/// One sample: columns of four rows first, then the four of them. A column's products are rounded to
/// sixteen bits each, a hundredth of a level.
PX void sample4(const int16_t *at, ptrdiff_t row, const uint32_t *x, uint32_t y0, uint32_t y1, uint32_t y2,
                uint32_t y3, int32_t out[4]) {
#ifdef PX_AVX2
  __m256i a = _mm256_mulhrs_epi16(_mm256_loadu_si256((const __m256i *)at), _mm256_set1_epi32((int)y0));
  __m256i b = _mm256_mulhrs_epi16(_mm256_loadu_si256((const __m256i *)(at + row)), _mm256_set1_epi32((int)y1));
  __m256i c = _mm256_mulhrs_epi16(_mm256_loadu_si256((const __m256i *)(at + 2 * row)), _mm256_set1_epi32((int)y2));
  __m256i d = _mm256_mulhrs_epi16(_mm256_loadu_si256((const __m256i *)(at + 3 * row)), _mm256_set1_epi32((int)y3));
  __m256i column = _mm256_add_epi16(_mm256_add_epi16(a, b), _mm256_add_epi16(c, d));
  const __m256i pairs = _mm256_setr_epi8(0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15,
                                         0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15);
  const __m256i halves = _mm256_setr_epi8(0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3,
                                          4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7);
  int64_t both;
  memcpy(&both, x, sizeof both);
  __m256i across = _mm256_shuffle_epi8(_mm256_set1_epi64x(both), halves);
  __m256i sum = _mm256_madd_epi16(_mm256_shuffle_epi8(column, pairs), across);
  _mm_storeu_si128((__m128i *)out,
                   _mm_add_epi32(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1)));
#else
  int32_t w[4] = {(int32_t)(y0 & 0xffff), (int32_t)(y1 & 0xffff), (int32_t)(y2 & 0xffff), (int32_t)(y3 & 0xffff)};
  int32_t h[4] = {(int32_t)(x[0] & 0xffff), (int32_t)(x[0] >> 16), (int32_t)(x[1] & 0xffff), (int32_t)(x[1] >> 16)};
  int32_t column[16];
  for (int k = 0; k < 16; k++)
    column[k] = ((at[k] * w[0] + 16384) >> 15) + ((at[row + k] * w[1] + 16384) >> 15) +
                ((at[2 * row + k] * w[2] + 16384) >> 15) + ((at[3 * row + k] * w[3] + 16384) >> 15);
  for (int k = 0; k < 4; k++)
    out[k] = column[k] * h[0] + column[k + 4] * h[1] + column[k + 8] * h[2] + column[k + 12] * h[3];
#endif
}

typedef int i16x __attribute__((ext_vector_type(16)));
typedef struct { f8 r, g, b, a; } p8;

/// Eight samples of a picture at places in units of the layer's own pixels.
PX p8 samples8(const px_picture *p, f8 x, f8 y) {
  x = mirror8((x + f(0.5f)) * f(p->scale) - f(0.5f), (float)p->width);
  y = mirror8((y + f(0.5f)) * f(p->scale) - f(0.5f), (float)p->height);
  f8 fx = floor8(x), fy = floor8(y);
  uint32_t across[16], down[4][8];
  across8(x - fx, across);
  down8(y - fy, down);
  i8 column = trunc8(fx) + i(p->border - 1), line = trunc8(fy) + i(p->border - 1);
  int32_t cells[8], lines[8], out[32];
  memcpy(cells, &column, sizeof cells);
  memcpy(lines, &line, sizeof lines);
  ptrdiff_t row = (ptrdiff_t)p->stride * px_texel;
  for (int j = 0; j < 8; j++) {
    sample4(p->texels + lines[j] * row + (ptrdiff_t)cells[j] * px_texel, row, across + 2 * j, down[0][j], down[1][j],
            down[2][j], down[3][j], out + 4 * j);
  }
  i16x low, high;
  memcpy(&low, out, sizeof low);
  memcpy(&high, out + 16, sizeof high);
  f8 unit = f(1 / (32768.0f * PX_LEVEL * 255));
  return (p8){
    tofloat(__builtin_shufflevector(low, high, 0, 4, 8, 12, 16, 20, 24, 28)) * unit,
    tofloat(__builtin_shufflevector(low, high, 1, 5, 9, 13, 17, 21, 25, 29)) * unit,
    tofloat(__builtin_shufflevector(low, high, 2, 6, 10, 14, 18, 22, 26, 30)) * unit,
    tofloat(__builtin_shufflevector(low, high, 3, 7, 11, 15, 19, 23, 27, 31)) * unit,
  };
}

/// Lays one row of a layer under what is there, display values.
static void px_warp_row(const px_row *row, const px_picture *fine, const px_picture *coarse, float share,
                        const px_course *course) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_course local = *course, *c = &local;
  int step = c->stride;
  for (int x = 0; x < w->n; x += 8) {
    int k = x / PX_CELL;
    if (!c->shown[k]) continue;
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    // Places at the cell's ends in this row, and between them.
    float ax = c->x[k] + (c->x[step + k] - c->x[k]) * c->down, bx = c->x[k + 1] + (c->x[step + k + 1] - c->x[k + 1]) * c->down;
    float ay = c->y[k] + (c->y[step + k] - c->y[k]) * c->down, by = c->y[k + 1] + (c->y[step + k + 1] - c->y[k + 1]) * c->down;
    f8 t = (f((float)(x - k * PX_CELL)) + ramp8()) * f(1.0f / PX_CELL);
    f8 u = f(ax) + f(bx - ax) * t, v = f(ay) + f(by - ay) * t;
    if (c->ripple != 0) {
      float a = c->water[k] + (c->water[step + k] - c->water[k]) * c->down;
      float b = c->water[k + 1] + (c->water[step + k + 1] - c->water[k + 1]) * c->down;
      f8 sway = sinturn(v * f(c->rippleScale) + f(c->rippleTime)) + sinturn(v * f(c->rippleScale * 0.37f) - f(c->rippleTime * 0.6f));
      u += sway * lerp8(f(a), f(b), t) * f(c->ripple);
    }
    p8 p = samples8(fine, u, v);
    if (share > 0) {
      p8 q = samples8(coarse, u, v);
      f8 s = f(share);
      p = (p8){lerp8(p.r, q.r, s), lerp8(p.g, q.g, s), lerp8(p.b, q.b, s), lerp8(p.a, q.a, s)};
    }
    f8 a = pick(p.a > f(0.996f), f(1), max8(p.a, f(0)));
    lay(w, x, t0, (c8){clamp01(p.r), clamp01(p.g), clamp01(p.b)}, a);
  }
}

/// Light over a picture of display values, and a beat's lift: y + kick (y - y^2), which burns nothing
/// out. Where there is neither, not a bit changes.
static void px_join_row(const px_row *row, const px_row *light, float kick) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  for (int x = 0; x < w->n; x += 8) {
    c8 c = loadc(w, x);
    if (kick != 0) {
      f8 k = f(kick);
      c = (c8){c.r + k * (c.r - c.r * c.r), c.g + k * (c.g - c.g * c.g), c.b + k * (c.b - c.b * c.b)};
    }
    if (light) {
      f8 t = load8(light->through + x);
      c8 l = loadc(light, x);
      if (any8((i8)(t < f(1)) | (i8)(l.r + l.g + l.b > f(0)))) {
        f8 r = c.r * c.r * t, g = c.g * c.g * t, b = c.b * c.b * t;
        l = (c8){min8(l.r, f(1)), min8(l.g, f(1)), min8(l.b, f(1))};
        c = (c8){sqrt8(r + l.r * (f(1) - r)), sqrt8(g + l.g * (f(1) - g)), sqrt8(b + l.b * (f(1) - b))};
      }
    }
    savec(w, x, c);
  }
}

/// The largest, or a binomial mean, of three numbers each.
static void px_three(const float *a, const float *b, const float *c, int n, int isLargest, float *out) {
  if (isLargest) {
    for (int x = 0; x < n; x++) {
      float m = a[x] > b[x] ? a[x] : b[x];
      out[x] = m > c[x] ? m : c[x];
    }
  } else {
    for (int x = 0; x < n; x++) out[x] = (a[x] + b[x] * 2 + c[x]) * 0.25f;
  }
}

/// Four bytes a pixel to half the size: two lobes of a sinc between pixels, which keep what half the
/// pixels can show. `line` has four numbers for each of a row's pixels.
static void px_halve(const uint8_t *pixels, int width, int height, int32_t *line, uint8_t *out) {
  const int32_t w[8] = {-2, -11, 30, 111, 111, 30, -11, -2};
  int n = width * 4, wide = width / 2, high = height / 2;
  for (int y = 0; y < high; y++) {
    const uint8_t *rows[8];
    for (int t = 0; t < 8; t++) {
      int row = 2 * y + t - 3;
      rows[t] = pixels + (size_t)(row < 0 ? 0 : row >= height ? height - 1 : row) * n;
    }
    for (int x = 0; x < n; x++)
      line[x] = rows[0][x] * w[0] + rows[1][x] * w[1] + rows[2][x] * w[2] + rows[3][x] * w[3] +
                rows[4][x] * w[4] + rows[5][x] * w[5] + rows[6][x] * w[6] + rows[7][x] * w[7];
    uint8_t *to = out + (size_t)y * wide * 4;
    for (int x = 0; x < wide; x++) {
      int32_t sum[4] = {32768, 32768, 32768, 32768};
      for (int t = 0; t < 8; t++) {
        int column = 2 * x + t - 3;
        const int32_t *at = line + 4 * (column < 0 ? 0 : column >= width ? width - 1 : column);
        for (int k = 0; k < 4; k++) sum[k] += at[k] * w[t];
      }
      for (int k = 0; k < 4; k++) {
        int32_t v = sum[k] >> 16;
        to[4 * x + k] = (uint8_t)(v < 0 ? 0 : v > 255 ? 255 : v);
      }
    }
  }
}

PX f4 texel4(const uint8_t *p) { return (f4){p[0], p[1], p[2], p[3]}; }
PX int mirrored(int k, int size) {
  k = k < 0 ? -1 - k : k;
  k %= 2 * size;
  return k < size ? k : 2 * size - 1 - k;
}

/// Four bytes a pixel to coefficients whose spline goes through them, with a mirrored border; `work`
/// holds four floats for each of theirs. Rows `first` to `last` of the picture are wanted.
static void px_spline(const uint8_t *pixels, int width, int height, int border, int first, int last,
                      float *work, int16_t *out) {
  const float z = -0.26794919f, start = 1 / (1 - z);  // the root of 3 less 2
  int wide = width + 2 * border, top = first - border, high = last - first + 2 * border;
  for (int y = 0; y < high; y++) {
    const uint8_t *line = pixels + (size_t)mirrored(top + y, height) * width * 4;
    float *row = work + (size_t)y * wide * 4;
    f4 c = texel4(line + 4 * mirrored(-border, width)) * (f4)start;
    for (int x = 0; x < wide; x++) {
      if (x > 0) c = texel4(line + 4 * mirrored(x - border, width)) + c * (f4)z;
      memcpy(row + 4 * x, &c, sizeof c);
    }
    c = c * (f4)(-z * start);
    memcpy(row + 4 * (wide - 1), &c, sizeof c);
    for (int x = wide - 2; x >= 0; x--) {
      f4 s;
      memcpy(&s, row + 4 * x, sizeof s);
      c = (c - s) * (f4)z;
      memcpy(row + 4 * x, &c, sizeof c);
    }
  }
  // The same down all columns at once.
  int n = wide * 4;
  for (int x = 0; x < n; x++) work[x] *= start;
  for (int y = 1; y < high; y++) {
    float *row = work + (size_t)y * n, *above = row - n;
    for (int x = 0; x < n; x++) row[x] = row[x] + above[x] * z;
  }
  float *bottom = work + (size_t)(high - 1) * n;
  for (int x = 0; x < n; x++) bottom[x] = bottom[x] * (-z * start);
  for (int y = high - 2; y >= 0; y--) {
    float *row = work + (size_t)y * n, *below = row + n;
    for (int x = 0; x < n; x++) row[x] = (below[x] - row[x]) * z;
  }
  for (int y = 0; y < high; y++) {
    const float *row = work + (size_t)y * n;
    int16_t *line = out + (size_t)(first + y) * n;
    for (int x = 0; x < n; x++) {
      float v = row[x] * (36 * PX_LEVEL);
      v = v < -32767 ? -32767 : v > 32767 ? 32767 : v;
      line[x] = (int16_t)(int)(v < 0 ? v - 0.5f : v + 0.5f);
    }
  }
}

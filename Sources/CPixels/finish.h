// From linear light to bytes: enlarge, glow, grade, brushes' ground, dither, 4:2:0.

static void px_enlarge_row(const float *plane, int width, int height, int stride, int size, int y, int n,
                           float *line, float *out) {
  float at = ((float)y + 0.5f) / (float)size - 0.5f;
  if (at < 0) at = 0;
  int top = (int)at;
  if (top > height - 1) top = height - 1;
  int below = top + 1 < height ? top + 1 : top;
  f8 t = f(at - (float)top);
  const float *a = plane + (size_t)top * stride, *b = plane + (size_t)below * stride;
  // `line` has one value before the row's first and several after its last.
  for (int x = 0; x < width; x += 8) save8(line + 8 + x, lerp8(load8(a + x), load8(b + x), t));
  line[7] = line[8];
  for (int k = 0; k < 9; k++) line[8 + width + k] = line[8 + width - 1];
  if (size == 4) {
    const f8 w0 = {0.625f, 0.875f, 0.125f, 0.375f, 0.625f, 0.875f, 0.125f, 0.375f};
    for (int x = 0; x < n; x += 8) {
      const float *s = line + 8 + x / 4 - 1;
      f8 v = load8(s), p = __builtin_shufflevector(v, v, 0, 0, 1, 1, 1, 1, 2, 2);
      f8 q = __builtin_shufflevector(v, v, 1, 1, 2, 2, 2, 2, 3, 3);
      save8(out + x, lerp8(p, q, w0));
    }
  } else {
    const f8 w0 = {0.5625f, 0.6875f, 0.8125f, 0.9375f, 0.0625f, 0.1875f, 0.3125f, 0.4375f};
    for (int x = 0; x < n; x += 8) {
      const float *s = line + 8 + x / 8 - 1;
      f8 v = load8(s), p = __builtin_shufflevector(v, v, 0, 0, 0, 0, 1, 1, 1, 1);
      f8 q = __builtin_shufflevector(v, v, 1, 1, 1, 1, 2, 2, 2, 2);
      save8(out + x, lerp8(p, q, w0));
    }
  }
}

static void px_add_row(const px_row *w, const float *r, const float *g, const float *b, float amount) {
  for (int x = 0; x < w->n; x += 8) {
    c8 c = {load8(r + x), load8(g + x), load8(b + x)};
    savec(w, x, plus(loadc(w, x), scale(c, f(amount))));
  }
}

/// A film-like curve: the root of x / sqrt(1 + x^2), with a parabola and a line for the inner root.
PX f8 develop(f8 x) {
  f8 q = min8(f(1) + x * x * f(0.41421f), x + f(0.41421f));
  return x * rsqrt8(x * q + f(1e-9f));
}

static void px_grade_row(const px_row *row, const px_grade *settings) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_grade local = *settings, *p = &local;
  // Saturation and tint as one matrix.
  float s = p->saturation, k = 1 - s, lr = 0.2126f * k, lg = 0.7152f * k, lb = 0.0722f * k;
  px_rgb tint = {p->tint.r * p->exposure, p->tint.g * p->exposure, p->tint.b * p->exposure};
  f8 rr = f((s + lr) * tint.r), rg = f(lg * tint.r), rb = f(lb * tint.r);
  f8 gr = f(lr * tint.g), gg = f((s + lg) * tint.g), gb = f(lb * tint.g);
  f8 br = f(lr * tint.b), bg = f(lg * tint.b), bb = f((s + lb) * tint.b);
  // Contrast: y + k (3 y^2 - 2 y^3 - y); a beat's light: y + b (y - y^2), which burns nothing out.
  f8 c1 = f(1 - p->contrast + p->kick), c2 = f(3 * p->contrast - p->kick), c3 = f(-2 * p->contrast);
  for (int x = 0; x < w->n; x += 8) {
    f8 u = u_at(w, x), v = v_at(w, x);
    f8 edge = f(1) - f(p->vignette) * ease(min8((u * u + v * v) * f(0.85f), f(1)));
    c8 c = scale(loadc(w, x), edge);
    f8 r = develop(max8(c.r * rr + c.g * rg + c.b * rb, f(0)) + f(p->lift));
    f8 g = develop(max8(c.r * gr + c.g * gg + c.b * gb, f(0)) + f(p->lift));
    f8 b = develop(max8(c.r * br + c.g * bg + c.b * bb, f(0)) + f(p->lift));
    savec(w, x, (c8){r * (c1 + r * (c2 + r * c3)), g * (c1 + g * (c2 + g * c3)), b * (c1 + b * (c2 + b * c3))});
  }
}

typedef uint8_t b8 __attribute__((ext_vector_type(8)));

/// Triangular noise of a byte's step, the same in every frame so that encoders need not code it.
PX f8 dither8(int x, int y, uint32_t seed) {
  u8 h = (u8)(i(x) + __builtin_convertvector(ramp8(), i8)) * (u8)0x27d4eb2du + (u8)((uint32_t)y * 0x165667b1u + seed);
  h ^= h >> 15;
  h *= (u8)0x2c1b3c6du;
  h ^= h >> 13;
  f8 a = (f8)((h >> 16) | (u8)0x3f800000u) - f(1), b = (f8)((h & (u8)0xffffu) | (u8)0x3f800000u) - f(1);
  return (a - b) * f(128);
}

static void px_luma_row(const px_row *w, int y, float *cb, float *cr, uint8_t *out) {
  uint8_t bytes[8];
  for (int x = 0; x < w->n; x += 8) {
    c8 c = loadc(w, x);
    f8 l = c.r * f(0.2126f) + c.g * f(0.7152f) + c.b * f(0.0722f);
    save8(cb + x, (c.b - l) * f(224 / 1.8556f));
    save8(cr + x, (c.r - l) * f(224 / 1.5748f));
    f8 q = f(16.5f) + l * f(219) + dither8(x, y, 0x51ed27u);
    b8 k = __builtin_convertvector(trunc8(min8(max8(q, f(16)), f(235))), b8);
    memcpy(bytes, &k, 8);
    int left = w->n - x;
    memcpy(out + x, bytes, left < 8 ? (size_t)left : 8);
  }
}

PX f8 evens(f8 a, f8 b) { return __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14); }
PX f8 odds(f8 a, f8 b) { return __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15); }

static void px_chroma_row(float *a, float *b, int n, int y, uint8_t *out) {
  uint8_t bytes[8];
  a[-1] = a[0];
  b[-1] = b[0];
  for (int x = 0; x < n; x += 16) {
    f8 p = load8(a + x) + load8(b + x), q = load8(a + x + 8) + load8(b + x + 8);
    f8 l = evens(load8(a + x - 1) + load8(b + x - 1), load8(a + x + 7) + load8(b + x + 7));
    f8 s = f(128.5f) + (l + odds(p, q) + evens(p, q) * f(2)) * f(0.125f) + dither8(x / 2, y, 0x3c6ef3u) * f(0.5f);
    b8 k = __builtin_convertvector(trunc8(min8(max8(s, f(16)), f(240))), b8);
    memcpy(bytes, &k, 8);
    int left = n / 2 - x / 2;
    memcpy(out + x / 2, bytes, left < 8 ? (size_t)left : 8);
  }
}

static void px_weave_row(const px_row *w, float *out) {
  for (int x = 0; x < w->n; x++) {
    f4 c = {w->r[x], w->g[x], w->b[x], 0};
    memcpy(out + 4 * x, &c, sizeof c);
  }
}

static void px_rgb8_row(const px_row *w, int y, uint8_t *out) {
  for (int x = 0; x < w->n; x += 8) {
    c8 c = loadc(w, x);
    f8 d = dither8(x, y, 0x51ed27u) + f(0.5f);
    i8 r = trunc8(min8(max8(c.r * f(255) + d, f(0)), f(255)));
    i8 g = trunc8(min8(max8(c.g * f(255) + d, f(0)), f(255)));
    i8 b = trunc8(min8(max8(c.b * f(255) + d, f(0)), f(255)));
    for (int j = 0; j < 8 && x + j < w->n; j++) {
      out[3 * (x + j)] = (uint8_t)r[j];
      out[3 * (x + j) + 1] = (uint8_t)g[j];
      out[3 * (x + j) + 2] = (uint8_t)b[j];
    }
  }
}

static void px_mix_bytes(const uint8_t *a, const uint8_t *b, size_t n, int weight, uint8_t *out) {
  for (size_t k = 0; k < n; k++)
    out[k] = (uint8_t)((a[k] * (256 - weight) + b[k] * weight + 128) >> 8);
}

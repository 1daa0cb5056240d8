// Eight floats at a time, and the noise that everything is made of. A C cast between vectors of one
// size keeps the bits. Included after any target pragma, once for each path.
#include <string.h>
#define PX static inline __attribute__((always_inline))
typedef float f8 __attribute__((ext_vector_type(8)));
typedef int i8 __attribute__((ext_vector_type(8)));
typedef unsigned u8 __attribute__((ext_vector_type(8)));
typedef struct { f8 r, g, b; } c8;

PX f8 f(float x) { return (f8)x; }
PX i8 i(int x) { return (i8)x; }
PX f8 pick(i8 m, f8 a, f8 b) { return (f8)((m & (i8)a) | (~m & (i8)b)); }
PX f8 min8(f8 a, f8 b) { return pick(a < b, a, b); }
PX f8 max8(f8 a, f8 b) { return pick(a > b, a, b); }
PX f8 clamp01(f8 a) { return min8(max8(a, f(0)), f(1)); }
PX f8 abs8(f8 a) { return (f8)((i8)a & i(0x7fffffff)); }
PX f8 lerp8(f8 a, f8 b, f8 t) { return a + (b - a) * t; }
PX i8 trunc8(f8 a) { return __builtin_convertvector(a, i8); }
PX f8 tofloat(i8 a) { return __builtin_convertvector(a, f8); }
#ifdef PX_HAS_FLOOR
PX f8 floor8(f8 a) { return __builtin_elementwise_floor(a); }
#else
// The same for all that fits an integer, without a call for each lane.
PX f8 floor8(f8 a) { f8 t = tofloat(trunc8(a)); return t - (f8)((t > a) & (i8)f(1)); }
#endif
PX f8 fract8(f8 a) { return a - floor8(a); }
PX f8 sqrt8(f8 a) { return __builtin_elementwise_sqrt(a); }
PX f8 ease(f8 t) { return t * t * (f(3) - f(2) * t); }
PX f8 step8(float lo, float hi, f8 x) { return ease(clamp01((x - f(lo)) * f(1 / (hi - lo)))); }
PX f8 load8(const float *p) { f8 v; memcpy(&v, p, sizeof v); return v; }
PX void save8(float *p, f8 v) { memcpy(p, &v, sizeof v); }
PX f8 ramp8(void) { return (f8){0, 1, 2, 3, 4, 5, 6, 7}; }
PX int any8(i8 m) { return __builtin_reduce_or(m) != 0; }

/// 2^x for -120...120, relative error about 2e-4.
PX f8 exp2_8(f8 x) {
  x = min8(max8(x, f(-120)), f(120));
  f8 w = floor8(x), t = x - w;
  f8 p = f(1) + t * (f(0.69583f) + t * (f(0.22606f) + t * f(0.07811f)));
  return p * (f8)((trunc8(w) + i(127)) << 23);
}
PX f8 exp8(f8 x) { return exp2_8(x * f(1.442695f)); }
/// sin of x turns, error about 1e-3.
PX f8 sinturn(f8 x) {
  f8 t = fract8(x) - f(0.5f);
  f8 y = t * (f(-8) + f(16) * abs8(t));
  return y * (f(0.775f) + f(0.225f) * abs8(y));
}
PX f8 costurn(f8 x) { return sinturn(x + f(0.25f)); }
/// Angle of (y, x) in turns, -0.5...0.5, error about 1e-3.
PX f8 angle8(f8 y, f8 x) {
  f8 ax = abs8(x), ay = abs8(y), big = max8(ax, ay) + f(1e-9f), a = min8(ax, ay) / big;
  f8 s = a * a;
  f8 r = a * (f(0.159059f) + s * (f(-0.051417f) + s * (f(0.025216f) - s * f(0.007882f))));
  r = pick(ay > ax, f(0.25f) - r, r);
  r = pick(x < f(0), f(0.5f) - r, r);
  return pick(y < f(0), -r, r);
}

PX u8 mix32(u8 h) {
  h ^= h >> 15;
  h *= (u8)0x2c1b3c6du;
  h ^= h >> 12;
  h *= (u8)0x297a2d39u;
  h ^= h >> 15;
  return h;
}
PX f8 unit8(u8 h) { return (f8)((h >> 9) | (u8)0x3f800000u) - f(1); }
PX u8 cell8(i8 x, i8 y, uint32_t seed) {
  return mix32((u8)x * (u8)0x27d4eb2du + (u8)y * (u8)0x165667b1u + (u8)seed);
}
PX f8 hash8(i8 x, i8 y, uint32_t seed) { return unit8(cell8(x, y, seed)); }
/// Half a hash: enough for noise that octaves hide.
PX f8 quick8(u8 h) {
  h ^= h >> 15;
  h *= (u8)0x2c1b3c6du;
  return unit8(h);
}
/// Value noise 0...1.
PX f8 noise2(f8 x, f8 y, uint32_t seed) {
  f8 fx = floor8(x), fy = floor8(y);
  f8 tx = x - fx, ty = y - fy;
  u8 a = (u8)trunc8(fx) * (u8)0x27d4eb2du + (u8)seed, b = a + (u8)0x27d4eb2du;
  u8 c = (u8)trunc8(fy) * (u8)0x165667b1u, d = c + (u8)0x165667b1u;
  tx = ease(tx);
  ty = ease(ty);
  f8 p = lerp8(quick8(a ^ c), quick8(b ^ c), tx), q = lerp8(quick8(a ^ d), quick8(b ^ d), tx);
  return lerp8(p, q, ty);
}
/// Fractal noise 0...1: octaves turned against each other so that the grid does not show.
PX f8 fbm(f8 x, f8 y, int octaves, float gain, int ridged, uint32_t seed) {
  f8 sum = f(0);
  float amplitude = 1, total = 0;
  for (int o = 0; o < octaves; o++) {
    f8 n = noise2(x, y, seed + (uint32_t)o * 0x9e3779b9u);
    if (ridged) { n = f(1) - abs8(n * f(2) - f(1)); n = n * n; }
    sum += n * f(amplitude);
    total += amplitude;
    amplitude *= gain;
    f8 nx = x * f(1.616f) - y * f(1.212f) + f(17.3f);
    y = x * f(1.212f) + y * f(1.616f) + f(9.1f);
    x = nx;
  }
  return sum * f(1 / total);
}

PX c8 color(px_rgb c) { return (c8){f(c.r), f(c.g), f(c.b)}; }
PX c8 mixc(c8 a, c8 b, f8 t) {
  return (c8){lerp8(a.r, b.r, t), lerp8(a.g, b.g, t), lerp8(a.b, b.b, t)};
}
PX c8 scale(c8 a, f8 t) { return (c8){a.r * t, a.g * t, a.b * t}; }
PX c8 plus(c8 a, c8 b) { return (c8){a.r + b.r, a.g + b.g, a.b + b.b}; }
PX c8 loadc(const px_row *w, int x) {
  return (c8){load8(w->r + x), load8(w->g + x), load8(w->b + x)};
}
PX void savec(const px_row *w, int x, c8 c) {
  save8(w->r + x, c.r); save8(w->g + x, c.g); save8(w->b + x, c.b);
}
PX f8 u_at(const px_row *w, int x) { return f(w->u) + (f((float)x) + ramp8()) * f(w->du); }
PX f8 v_at(const px_row *w, int x) { return f(w->v) + (f((float)x) + ramp8()) * f(w->dv); }
PX float low_v(const px_row *w) { float e = w->v + w->dv * (float)w->n; return e < w->v ? e : w->v; }
PX float high_v(const px_row *w) { float e = w->v + w->dv * (float)w->n; return e > w->v ? e : w->v; }

/// A periodic table, linearly between its entries.
PX f8 table8(const float *table, int count, f8 at) {
  f8 w = floor8(at), t = at - w;
  i8 k = trunc8(w) & i(count - 1), l = (k + i(1)) & i(count - 1);
  f8 a, b;
  for (int j = 0; j < 8; j++) { a[j] = table[k[j]]; b[j] = table[l[j]]; }
  return lerp8(a, b, t);
}
PX f8 nearest8(const float *table, i8 k) {
  f8 a;
  for (int j = 0; j < 8; j++) a[j] = table[k[j]];
  return a;
}
PX f8 clampi(f8 a, float hi) { return min8(max8(a, f(0)), f(hi)); }
typedef float f4 __attribute__((ext_vector_type(4)));
PX f4 load4(const float *p) { f4 v; memcpy(&v, p, sizeof v); return v; }
/// The probe at one of its pixels' coordinates, between two rows, nearest column.
PX c8 near_probe8(const px_probe *p, f8 x, f8 y) {
  x = clampi(x, (float)(p->width - 1));
  y = clampi(y - f(0.5f), (float)(p->height - 1));
  f8 fy = floor8(y), t = y - fy;
  i8 k = (trunc8(fy) * i(p->stride) + trunc8(x)) * i(4);
  i8 down = (i8)(fy < f((float)(p->height - 1))) & i(4 * p->stride);
  c8 c;
  for (int j = 0; j < 8; j++) {
    const float *at = p->pixels + k[j];
    f4 a = load4(at), b = load4(at + down[j]);
    a += (b - a) * (f4)t[j];
    c.r[j] = a.x; c.g[j] = a.y; c.b[j] = a.z;
  }
  return c;
}
/// The probe between two rows and two columns: two neighbours lie in one vector. Behind the last
/// column is padding, which weighs nothing.
PX c8 probe8(const px_probe *p, f8 x, f8 y) {
  x = clampi(x - f(0.5f), (float)(p->width - 1));
  y = clampi(y - f(0.5f), (float)(p->height - 1));
  f8 fx = floor8(x), s = x - fx, fy = floor8(y), t = y - fy;
  i8 k = (trunc8(fy) * i(p->stride) + trunc8(fx)) * i(4);
  i8 down = (i8)(fy < f((float)(p->height - 1))) & i(4 * p->stride);
  c8 c;
  for (int j = 0; j < 8; j++) {
    const float *at = p->pixels + k[j];
    f8 a = load8(at), b = load8(at + down[j]);
    a += (b - a) * (f8)t[j];
    f4 l = a.lo, r = a.hi;
    l += (r - l) * (f4)s[j];
    c.r[j] = l.x; c.g[j] = l.y; c.b[j] = l.z;
  }
  return c;
}

/// 1 / sqrt(x) for positive x, smooth, within 0.18 % (Lomont 2003), from exact operations only.
PX f8 rsqrt8(f8 x) {
  f8 y = (f8)(i(0x5f375a86) - ((i8)x >> 1));
  return y * (f(1.5f) - x * f(0.5f) * y * y);
}

// Layers are laid from the nearest to the farthest: `w->through` is the share of each pixel that
// what is nearer lets through, so nothing hidden is ever worked out.
PX f8 through(const px_row *w, int x) { return load8(w->through + x); }
PX int hidden(f8 t) { return !any8((i8)(t > f(0.003f))); }
/// Lays a color of opacity `a` under what is there.
PX void lay(const px_row *w, int x, f8 t, c8 c, f8 a) {
  f8 k = t * a;
  savec(w, x, plus(loadc(w, x), scale(c, k)));
  save8(w->through + x, t - k);
}
/// Adds light from behind what is there.
PX void shine(const px_row *w, int x, f8 t, c8 c) { savec(w, x, plus(loadc(w, x), scale(c, t))); }

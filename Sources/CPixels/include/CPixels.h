#ifndef CPIXELS_H
#define CPIXELS_H
#include <stddef.h>
#include <stdint.h>

// Row kernels of the painter. Every kernel paints or changes one row of linear light in three float
// planes, padded to a multiple of eight. Layer coordinates: v grows upwards, the frame's shorter side
// is one unit. The same source is compiled twice (SSE2 and AVX2) without contraction, and uses only
// operations that IEEE 754 rounds alike everywhere, so both give equal bytes.

typedef struct { float r, g, b; } px_rgb;

/// One row being painted: planes, how many pixels, and where they lie in the layer.
typedef struct {
  float *_Nullable r, *_Nullable g, *_Nullable b;
  float *_Nullable through;  // share of each pixel that nearer layers let through
  int n;
  float u, v, du, dv;  // layer coordinates of the first pixel's centre, and the step to the next
  float pixel;         // size of a pixel in layer coordinates
  const float *_Nullable field, *_Nullable field2;  // soft noise for this row, where the layer has one
} px_row;

/// A picture at quarter size, for reflections and broad brushes: four floats a pixel.
typedef struct {
  const float *_Nullable pixels;
  int width, height, stride;
  float xu, xv, x0, yu, yv, y0;  // layer coordinates to its pixels: x = xu*u + xv*v + x0
} px_probe;

typedef struct {
  px_rgb zenith, middle, horizon;
  float horizonV, zenithV;
  float sunU, sunV, sunRadius;
  px_rgb disc, halo;
  float haloWidth, crescent;
} px_sky;

/// Points that live in the cells of a grid: stars, snow, embers, fireflies, bubbles.
typedef struct {
  float scale, aspect, offsetU, offsetV;  // cells a unit; a cell may be taller; drift in cells
  float density, size, softness, twinkle, time;
  float lowV, highV;  // fades in from lowV to highV
  float stretch;      // length of a streak in v relative to its width, 1 a dot
  float wobble;
  px_rgb color, color2;
  uint32_t seed;
} px_points;

typedef struct {
  px_rgb lit, shade;
  float cover, softness, opacity, contrast;
  float lowV, highV;
  float detail, detailScale, offsetU, offsetV;
  uint32_t seed;
} px_cloud;

/// A silhouette given by heights along u (a power of two of them, periodic), with depth, haze and
/// light on its edge.
typedef struct {
  int count;
  float perUnit, offset, base, amplitude;
  px_rgb top, bottom, rim;
  float fade, rimWidth, rimAmount;
  float texture, textureScale, textureStretch;
  px_rgb snow;
  float snowAmount, snowLine;
  float alpha, softness;
  float sway, swayTime;
  uint32_t seed;
} px_ridge;

/// Buildings: heights 0...1 and left edges (one more than buildings) in places; `lookup` says which
/// building stands at each of a power of two of places.
typedef struct {
  int lookupCount;
  float perUnit, offset, base, amplitude;
  px_rgb wall, foot, warm, cool, sign;
  float fade, lit, windowsU, windowsV, brightness, pulse, time, rimAmount;
  uint32_t seed;
} px_city;

typedef struct {
  px_rgb deep, tint, glint;
  float horizon, choppiness, time, advance, reflect, haze;
  px_rgb hazeColor;
  float sunU, glintWidth, waveScale;
  float spark;  // how much more of the path of light glitters, 0...0.1
  uint32_t seed;
} px_water;

typedef struct {
  float horizon, height, halfWidth, curve, advance, wet, dash;
  px_rgb asphalt, verge, line, haze, glow;
  uint32_t seed;
} px_road;

typedef struct {
  float sourceU, sourceV, amount, frequency, time, reach, angle;
  uint32_t seed;
} px_rays;

typedef struct {
  px_rgb color;
  float centre, thickness, amount;
} px_mist;

typedef struct { float u, v, radius, core; px_rgb color; } px_light;

typedef struct {
  int count;
  float lowU, lowV, highU, highV;
  px_rgb top, bottom;
  float alpha, wobble, time;
} px_shape;

typedef struct {
  px_rgb dark, first, second, third;
  float strength, contrast, core;
} px_nebula;

typedef struct {
  float u, v, radius, lightU, lightV, bands, ring, spin;
  px_rgb day, dark, band, air;
  uint32_t seed;
} px_planet;

typedef struct {
  px_rgb a, b, c, d, line;
  float bands, phase, lineAmount, relief;
} px_flow;

typedef struct {
  float time, advance, twist, centreU, centreV, pulse;
  px_rgb dark, wall, lamp, lamp2, end;
  uint32_t seed;
} px_tunnel;

typedef struct { px_rgb core, middle, edge; float base, height, strength; } px_flame;

typedef struct { float centreU, centreV, radius, width, amount, lowV; } px_bow;

/// A wood: trunks with middles and half widths in places, repeating.
typedef struct {
  int count;
  float period, perUnit, offset, foot, lean;
  px_rgb lit, dark, haze;
  float hazeAmount, bark;
  uint32_t seed;
} px_trunks;

/// Fractal noise, optionally warped by itself.
typedef struct {
  float scaleU, scaleV, offsetU, offsetV;
  float warp, warpScale, warpOffsetU, warpOffsetV;
  float gain;
  int octaves, ridged;
  uint32_t seed;
} px_noise;

typedef struct {
  float exposure, saturation, contrast, vignette, lift, kick;
  px_rgb tint;
} px_grade;

enum {
  PX_FILM, PX_WASH, PX_INK, PX_HALFTONE, PX_NEON, PX_POINTILLIST, PX_FACET, PX_OIL, PX_WOODBLOCK, PX_PIXEL
};

/// The treatment of a row, after light and before the encoder.
typedef struct {
  int kind, y, width, height;
  float unit;  // pixels of the frame's shorter side
  px_rgb paper, ink, accent;
  float amount, frame;
  int mono;  // whether what comes out has no color
  uint32_t seed;
} px_brush;

/// Pixels between the places at which a layer's course is known.
enum { PX_CELL = 16 };

/// A layer of a picture: spline coefficients, four a pixel, in eighths of a byte's step, with a
/// mirrored border; the fourth is how much it covers.
typedef struct {
  const int16_t *_Nonnull texels;  // of the border's first pixel
  int width, height, border;       // pixels, without and of the border
  int stride;                      // pixels from row to row
  float scale;                     // pixels for each of the layer's own
} px_picture;

/// Where a row lies in a layer, in the layer's pixels, whose middles are whole numbers: known at
/// every `PX_CELL`th pixel of a row of cells and of the next.
typedef struct {
  const float *_Nonnull x, *_Nonnull y;
  int stride;  // numbers from one row of places to the next
  float down;  // how far the row is from the first to the second, 0...1
  const uint8_t *_Nonnull shown;  // whether anything of the layer is in the cell
  const float *_Nonnull water;    // how much is water, at the same places
  float ripple, rippleScale, rippleTime;  // how far water sways, waves a pixel, turns
} px_course;

/// The kernels of one path; the two tables of `px_kernels` give equal bytes.
typedef struct {
  void (*_Nonnull sky)(const px_row *_Nonnull, const px_sky *_Nonnull);
  void (*_Nonnull points)(const px_row *_Nonnull, const px_points *_Nonnull);
  void (*_Nonnull cloud)(const px_row *_Nonnull, const px_cloud *_Nonnull);
  void (*_Nonnull ridge)(const px_row *_Nonnull, const px_ridge *_Nonnull, const float *_Nonnull heights);
  void (*_Nonnull city)(const px_row *_Nonnull, const px_city *_Nonnull, const float *_Nonnull heights,
               const float *_Nonnull edges, const int32_t *_Nonnull lookup);
  void (*_Nonnull water)(const px_row *_Nonnull, const px_water *_Nonnull, const px_probe *_Nonnull);
  void (*_Nonnull road)(const px_row *_Nonnull, const px_road *_Nonnull, const px_probe *_Nonnull);
  /// Light of one color where the row's field has it.
  void (*_Nonnull veil)(const px_row *_Nonnull, const px_rgb *_Nonnull);
  void (*_Nonnull mist)(const px_row *_Nonnull, const px_mist *_Nonnull);
  void (*_Nonnull lights)(const px_row *_Nonnull, const px_light *_Nonnull, int count);
  void (*_Nonnull shape)(const px_row *_Nonnull, const px_shape *_Nonnull, const float *_Nonnull points);
  void (*_Nonnull nebula)(const px_row *_Nonnull, const px_nebula *_Nonnull);
  void (*_Nonnull planet)(const px_row *_Nonnull, const px_planet *_Nonnull);
  void (*_Nonnull flow)(const px_row *_Nonnull, const px_flow *_Nonnull);
  void (*_Nonnull tunnel)(const px_row *_Nonnull, const px_tunnel *_Nonnull);
  void (*_Nonnull flame)(const px_row *_Nonnull, const px_flame *_Nonnull);
  void (*_Nonnull trunks)(const px_row *_Nonnull, const px_trunks *_Nonnull, const float *_Nonnull middles,
                 const float *_Nonnull halves);
  void (*_Nonnull bow)(const px_row *_Nonnull, const px_bow *_Nonnull);
  /// Noise along a row, 0...1, into `out`.
  void (*_Nonnull noise)(const px_row *_Nonnull, const px_noise *_Nonnull, float *_Nonnull out);
  /// Shafts of light along a row, 0...1, into `out`.
  void (*_Nonnull rays)(const px_row *_Nonnull, const px_rays *_Nonnull, float *_Nonnull out);
  /// The row's three planes as four floats a pixel.
  void (*_Nonnull weave)(const px_row *_Nonnull, float *_Nonnull out);
  /// One row of a plane `scale` (4 or 8) times as large, linearly.
  void (*_Nonnull enlarge)(const float *_Nonnull plane, int width, int height, int stride, int scale,
                           int y, int n, float *_Nonnull scratch, float *_Nonnull out);
  /// Adds three rows times `amount`.
  void (*_Nonnull add)(const px_row *_Nonnull, const float *_Nonnull r, const float *_Nonnull g,
                       const float *_Nonnull b, float amount);
  /// Linear light to display values 0...1, with exposure, shoulder and vignette.
  void (*_Nonnull grade)(const px_row *_Nonnull, const px_grade *_Nonnull);
  /// How many planes of paper and strokes a brush keeps; they never change during a shot.
  int (*_Nonnull sheetPlanes)(int kind);
  /// One row of them, `plane` bytes apart.
  void (*_Nonnull sheet)(const px_brush *_Nonnull, int y, int plane, uint8_t *_Nonnull out);
  /// Brush on display values; `luma` and `above`, the row above before its brush, begin eight before
  /// the first pixel; `sheet` is this row of the brush's planes.
  void (*_Nonnull brush)(const px_row *_Nonnull, const px_brush *_Nonnull, const px_probe *_Nonnull, float *_Nonnull luma,
                         const float *_Nonnull above,
                const uint8_t *_Nullable sheet, int plane);
  /// Display values to luma bytes, dithered; keeps what chroma needs.
  void (*_Nonnull luma)(const px_row *_Nonnull, int y, float *_Nonnull cb, float *_Nonnull cr,
                        uint8_t *_Nonnull out);
  /// Two rows of color differences to chroma bytes, sited left; eight floats before each may be
  /// written.
  void (*_Nonnull chroma)(float *_Nonnull first, float *_Nonnull second, int n, int y,
                          uint8_t *_Nonnull out);
  /// Display values to bytes, dithered: three a pixel.
  void (*_Nonnull rgb8)(const px_row *_Nonnull, int y, uint8_t *_Nonnull out);
  /// (a * (256 - weight) + b * weight + 128) / 256 of bytes.
  void (*_Nonnull mix)(const uint8_t *_Nonnull a, const uint8_t *_Nonnull b, size_t n, int weight,
                       uint8_t *_Nonnull out);
  /// A row of a layer, laid under what is there; `share` of it from the coarse picture.
  void (*_Nonnull warp)(const px_row *_Nonnull, const px_picture *_Nonnull fine, const px_picture *_Nonnull coarse,
                        float share, const px_course *_Nonnull);
  /// Light and what it passes through, laid over display values, and a beat's lift of them.
  void (*_Nonnull join)(const px_row *_Nonnull, const px_row *_Nullable light, float kick);
  /// Four bytes a pixel to a layer's coefficients, of rows `first` to `last`; `work` has four floats for
  /// each of these rows' and the border's pixels.
  void (*_Nonnull spline)(const uint8_t *_Nonnull pixels, int width, int height, int border, int first,
                          int last, float *_Nonnull work, int16_t *_Nonnull out);
  /// The largest, or a binomial mean, of three numbers each.
  void (*_Nonnull three)(const float *_Nonnull a, const float *_Nonnull b, const float *_Nonnull c, int n,
                         int isLargest, float *_Nonnull out);
  /// Four bytes a pixel to half the size; `line` has four numbers for each of a row's pixels.
  void (*_Nonnull halve)(const uint8_t *_Nonnull pixels, int width, int height, int32_t *_Nonnull line,
                         uint8_t *_Nonnull out);
} px_kernels;

/// The fastest table this CPU can run.
const px_kernels *_Nonnull px_fastest(void);
/// The table that every CPU can run.
const px_kernels *_Nonnull px_baseline(void);

#endif

// Brushes: what a hand or a press would make of the row. They work on display values 0...1.

PX f8 luma8(c8 c) { return c.r * f(0.2126f) + c.g * f(0.7152f) + c.b * f(0.0722f); }
PX f8 x_at(int x) { return f((float)x + 0.5f) + ramp8(); }

/// Difference to the left and upper neighbours: the outline of things, 0 on plain ground.
PX f8 outline(const float *luma, const float *above, int x, f8 l) {
  f8 left = load8(luma + x + 7), up = load8(above + x + 8), upleft = load8(above + x + 7);
  return abs8(l - left) + abs8(l - up) + abs8(l - upleft) * f(0.5f);
}

PX c8 film(c8 c, const px_brush *p, f8 px, int y) {
  // Grain that lives in the middle tones and changes with every frame.
  i8 gx = trunc8(px * f(720 / p->unit)), gy = i((int)((float)y * 720 / p->unit));
  u8 h = (u8)gx * (u8)0x27d4eb2du + (u8)gy * (u8)0x165667b1u + (u8)p->seed;
  h ^= h >> 15;
  h *= (u8)0x2c1b3c6du;
  h ^= h >> 13;
  f8 n = ((f8)((h >> 16) | (u8)0x3f800000u) - (f8)((h & (u8)0xffffu) | (u8)0x3f800000u)) * f(128);
  f8 l = luma8(c);
  f8 a = n * f(0.026f * p->amount) * (f(0.35f) + f(2.6f) * l * (f(1) - l));
  return plus(c, (c8){a, a, a});
}

/// Bytes of a sheet as 0...1.
PX f8 sheet8(const uint8_t *sheet) {
  b8 k;
  memcpy(&k, sheet, 8);
  return __builtin_convertvector(k, f8) * f(1.0f / 255);
}
PX void keep8(uint8_t *sheet, f8 v) {
  b8 k = __builtin_convertvector(trunc8(clamp01(v) * f(255) + f(0.5f)), b8);
  memcpy(sheet, &k, 8);
}

PX c8 wash(c8 c, const px_brush *p, f8 px, int y, const uint8_t *sheet, int plane) {
  f8 s = f(1 / p->unit), v = f((float)y / p->unit);
  f8 fibre = sheet8(sheet), bloom = sheet8(sheet + plane);
  // Tones pool into a few layers of pigment whose edges dry darker.
  f8 l = luma8(c) + (bloom - f(0.5f)) * f(0.16f) + (fibre - f(0.5f)) * f(0.045f);
  f8 t = max8(l, f(0)) * f(6), k = floor8(t), q = t - k;
  f8 flat = (k + step8(0.30f, 0.70f, q)) * f(1.0f / 6);
  f8 edge = f(1) - abs8(q - f(0.5f)) * f(7);
  f8 gain = (flat + f(0.12f)) / (max8(luma8(c), f(0)) + f(0.12f));
  c = scale(c, lerp8(f(1), gain, f(0.72f)));
  c = scale(c, f(1) - max8(edge, f(0)) * f(0.085f));
  // Pigment over white paper: thin where light.
  f8 thin = clamp01(luma8(c) * f(0.9f) + (bloom - f(0.5f)) * f(0.35f));
  c = mixc(c, color(p->paper), clamp01(f(0.06f) + thin * thin * f(0.26f)));
  c = scale(c, f(0.93f) + fibre * f(0.14f));
  // The sheet stays bare around an uneven border.
  f8 ex = min8(px, f((float)p->width) - px) * s, ey = min8(v, f((float)p->height / p->unit) - v);
  f8 bare = step8(0.006f, 0.020f, min8(ex, ey) + (bloom - f(0.5f)) * f(0.05f) + (fibre - f(0.5f)) * f(0.010f));
  return mixc(scale(color(p->paper), f(0.94f) + fibre * f(0.1f)), c, bare);
}

/// One set of hatching: strokes with `d` from their middles, pressed harder or softer, ending where
/// the tone is light.
PX f8 hatch(f8 d, f8 press, float pitch, f8 dark, float unit) {
  f8 wide = clamp01(dark * f(1.25f) - (f(1) - press) * f(0.45f)) * f(0.40f);
  float e = pitch / unit;
  return clamp01((wide - d) * f(1 / (e * 1.1f)) + f(0.5f)) * clamp01(wide * f(12));
}

PX c8 ink(c8 c, const px_brush *p, f8 line, const uint8_t *sheet, int plane) {
  f8 grain = sheet8(sheet);
  f8 l = luma8(c), dark = f(1) - l;
  f8 s1 = hatch(sheet8(sheet + plane) * f(0.5f), sheet8(sheet + 2 * plane), 105,
                clamp01(dark * f(1.6f) - f(0.36f)), p->unit);
  f8 s2 = hatch(sheet8(sheet + 3 * plane) * f(0.5f), sheet8(sheet + 4 * plane), 118,
                clamp01(dark * f(1.9f) - f(0.98f)), p->unit);
  f8 solid = step8(0.86f, 0.955f, dark + (grain - f(0.5f)) * f(0.06f));
  f8 pen = clamp01(line * f(8.0f) - f(0.24f));
  f8 a = clamp01(max8(max8(s1 * f(0.88f), s2), max8(solid, pen * f(0.92f))));
  // A thin wash of the scene's color under the lines.
  c8 tint = {f(0.42f) + c.r * f(0.62f), f(0.42f) + c.g * f(0.62f), f(0.42f) + c.b * f(0.62f)};
  f8 tl = luma8(tint);
  tint = (c8){tl + (tint.r - tl) * f(1.9f), tl + (tint.g - tl) * f(1.9f), tl + (tint.b - tl) * f(1.9f)};
  c8 paper = color(p->paper);
  paper = (c8){paper.r * clamp01(tint.r), paper.g * clamp01(tint.g), paper.b * clamp01(tint.b)};
  paper = scale(paper, f(0.95f) + grain * f(0.10f));
  return mixc(paper, color(p->ink), a * (f(0.90f) + grain * f(0.12f)));
}

PX f8 screen(f8 px, float y, float a, float b, float pitch, f8 tone) {
  f8 u = (px * f(a) + f(y * b)) * f(1 / pitch), v = (f(y * a) - px * f(b)) * f(1 / pitch);
  f8 du = fract8(u) - f(0.5f), dv = fract8(v) - f(0.5f);
  // A rounded spot function: dots in the lights, holes in the shadows.
  f8 spot = f(0.5f) - (du * du + dv * dv) + f(0.0f);
  f8 want = clamp01(tone);
  f8 level = f(0.5f) - want * f(0.5f);
  float e = 1.1f / pitch;
  return clamp01((spot - level) * f(1 / e) + f(0.5f)) * clamp01(want * f(18));
}

PX c8 halftone(c8 c, const px_brush *p, f8 px, int y) {
  float pitch = p->unit / 118;
  if (pitch < 3) pitch = 3;
  f8 l = luma8(c);
  // Ink by ink, as a press: yellow, magenta, cyan at their own angles, then black.
  f8 dark = f(1) - l, key = clamp01(dark * f(1.5f) - f(0.55f));
  c8 k = {f(1) - c.r, f(1) - c.g, f(1) - c.b};
  f8 grey = min8(k.r, min8(k.g, k.b)) * f(0.55f);
  f8 cy = screen(px, (float)y, 0.966f, 0.259f, pitch, (k.r - grey) * f(1.15f));
  f8 ma = screen(px, (float)y, 0.259f, 0.966f, pitch, (k.g - grey) * f(1.15f));
  f8 ye = screen(px, (float)y, 1.0f, 0.0f, pitch, (k.b - grey) * f(1.1f));
  f8 bl = screen(px, (float)y, 0.707f, 0.707f, pitch, key);
  c8 sheet = color(p->paper);
  c8 o = {sheet.r * (f(1) - cy * f(0.88f)) * (f(1) - ma * f(0.08f)),
          sheet.g * (f(1) - ma * f(0.82f)) * (f(1) - cy * f(0.22f)),
          sheet.b * (f(1) - ye * f(0.80f)) * (f(1) - ma * f(0.25f)) * (f(1) - cy * f(0.05f))};
  // The plates are laid over a flat color proof so that small things stay readable.
  o = mixc(o, c, f(0.38f));
  return mixc(o, color(p->ink), bl * f(0.86f));
}

PX c8 neon(c8 c, const px_brush *p, f8 px, int y, f8 line) {
  f8 l = luma8(c);
  f8 t = clamp01(f((float)y / (float)p->height));
  c8 hue = mixc(color(p->accent), color(p->ink), ease(clamp01(t + (l - f(0.4f)) * f(0.7f))));
  // Black glass under light: shadows sink, colors saturate, edges burn.
  f8 lift = l * l * (f(1.9f) - f(0.9f) * l);
  c8 deep = {l + (c.r - l) * f(1.75f), l + (c.g - l) * f(1.75f), l + (c.b - l) * f(1.75f)};
  deep = scale(deep, (lift + f(0.015f)) / (l + f(0.03f)));
  c8 duo = scale(hue, lift * f(1.15f));
  c8 o = mixc((c8){max8(deep.r, f(0)), max8(deep.g, f(0)), max8(deep.b, f(0))}, duo, f(0.46f));
  f8 burn = clamp01(line * f(5.0f) - f(0.10f));
  o = plus(o, scale(hue, burn * f(0.85f)));
  o = plus(o, (c8){burn * burn * f(0.25f), burn * burn * f(0.25f), burn * burn * f(0.25f)});
  f8 scan = f(0.965f) + f(0.035f) * sinturn(f((float)y * 240 / p->unit));
  (void)px;
  return scale(o, scan);
}

/// Display value of the probe's light at a place of the frame.
PX c8 probed(const px_probe *q, f8 px, f8 py) { return near_probe8(q, px * f(0.25f), py * f(0.25f)); }

PX c8 pointillist(c8 c, const px_brush *p, const px_probe *probe, f8 px, int y) {
  float size = p->unit / 96;
  c8 o = color(p->paper);
  o = mixc(o, c, f(0.74f));
  f8 py = f((float)y + 0.5f);
  // Two sheets of dabs, the finer over the broader, each turned its own way so that no rows show; a
  // dab lies wholly inside its cell.
  for (int sheet = 0; sheet < 2; sheet++) {
    float pitch = sheet == 0 ? size * 1.5f : size * 1.05f, slide = (float)sheet * 0.37f;
    float cs = sheet == 0 ? 0.848f : 0.454f, sn = sheet == 0 ? 0.530f : -0.891f;
    f8 gx = (px * f(cs) + py * f(sn)) * f(1 / pitch) + f(slide);
    f8 gy = (py * f(cs) - px * f(sn)) * f(1 / pitch) + f(slide * 1.7f);
    f8 shift = (f8)(((trunc8(floor8(gy)) & i(1)) == i(0)) & (i8)f(0.5f));
    gx += shift;
    f8 cx = floor8(gx), cy = floor8(gy);
    u8 h = cell8(trunc8(cx), trunc8(cy), 61u + (uint32_t)sheet);
    f8 jx = unit8(h), jy = unit8(mix32(h + (u8)1u)), tone = unit8(mix32(h + (u8)2u));
    f8 du = gx - cx - (f(0.42f) + f(0.16f) * jx), dv = gy - cy - (f(0.42f) + f(0.16f) * jy);
    f8 where_x = px - (du * f(cs) - dv * f(sn)) * f(pitch), where_y = py - (du * f(sn) + dv * f(cs)) * f(pitch);
    c8 q = probed(probe, where_x, where_y);
    // Divided color: neighbours lean to either side of the hue, so the eye mixes them.
    f8 l = luma8(q), lean = (tone - f(0.5f)) * f(0.34f);
    q = (c8){clamp01(l + (q.r - l) * f(1.55f) + lean * f(0.55f)), clamp01(l + (q.g - l) * f(1.55f) - lean * f(0.10f)),
             clamp01(l + (q.b - l) * f(1.55f) - lean * f(0.62f))};
    q = scale(q, f(0.88f) + f(0.26f) * jx);
    f8 r = f(0.33f) + f(0.08f) * tone;
    f8 d = sqrt8(du * du + dv * dv);
    f8 a = clamp01((r - d) * f(pitch / 1.3f) + f(0.5f)) * f(sheet == 1 ? 0.88f : 0.96f);
    // Thick paint catches light on its upper side.
    q = scale(q, f(1) - dv * f(0.22f));
    o = mixc(o, q, a);
  }
  return o;
}

/// Where the strokes of one direction lie at a place, whatever their color: the way to the middle of the
/// stroke, how light it is, how much of it lies there, how it leans.
PX void oil_strokes(uint8_t *out, int plane, const px_brush *p, f8 px, int y, int sheet) {
  f8 s = f(1 / p->unit), u = px * s, v = f(((float)y + 0.5f) / p->unit);
  float wide = sheet == 0 ? 62 : 104, along = sheet == 0 ? 16 : 26;
  float cs = sheet == 0 ? 0.927f : 0.809f, sn = sheet == 0 ? -0.375f : 0.588f;
  f8 bend = noise2(u * f(4.5f), v * f(4.5f), 81u + (uint32_t)sheet) - f(0.5f);
  f8 lx = u * f(cs) + v * f(sn), ly = v * f(cs) - u * f(sn) + bend * f(0.10f);
  f8 gy = ly * f(wide), cy = floor8(gy);
  u8 lane = cell8(trunc8(cy), i(3), 83u + (uint32_t)sheet);
  f8 gx = lx * f(along) + unit8(lane) * f(7), cx = floor8(gx);
  u8 h = cell8(trunc8(cx), trunc8(cy), 85u + (uint32_t)sheet);
  f8 tone = unit8(h), hue = unit8(mix32(h + (u8)1u));
  f8 fx = gx - cx - f(0.5f), fy = gy - cy - f(0.5f);
  // One color a stroke: that of its middle, to the nearest pixel.
  f8 back = fx * f(-1.0f / along), side = fy * f(-1.0f / wide);
  f8 dx = (back * f(cs) - side * f(sn)) * f(p->unit), dy = (back * f(sn) + side * f(cs)) * f(p->unit);
  f8 bristle = noise2(gx * f(1.6f), gy * f(5.2f), 89u) - f(0.5f);
  f8 gain = f(0.95f) + tone * f(0.10f) + bristle * f(0.15f) - fy * f(0.13f);
  f8 ends = clamp01((f(0.5f) - abs8(fx) + bristle * f(0.30f)) * f(7));
  f8 lies = sheet == 0 ? f(0.94f) : clamp01((tone - f(0.42f)) * f(9)) * f(0.9f);
  f8 alpha = lies * ends * clamp01((f(0.52f) - abs8(fy)) * f(6));
  keep8(out, floor8(dx + f(128.5f)) * f(1.0f / 255));
  keep8(out + plane, floor8(dy + f(128.5f)) * f(1.0f / 255));
  keep8(out + 2 * plane, (gain - f(0.6f)) * f(1 / 0.8f));
  keep8(out + 3 * plane, alpha);
  keep8(out + 4 * plane, hue);
}

/// Strokes of a broad brush, laid in two directions over each other; each has one color, a lean of its
/// own and the marks of its bristles. Where they lie is worked out once a shot.
PX c8 oil(c8 c, const px_probe *probe, f8 px, int y, const uint8_t *sheet, int plane) {
  c8 o = c;
  f8 py = f((float)y + 0.5f);
  for (int k = 0; k < 2; k++, sheet += 5 * plane) {
    f8 alpha = sheet8(sheet + 3 * plane);
    if (!any8(alpha > f(0))) continue;
    f8 dx = floor8(sheet8(sheet) * f(255) + f(0.5f)) - f(128), dy = floor8(sheet8(sheet + plane) * f(255) + f(0.5f)) - f(128);
    f8 gain = f(0.6f) + sheet8(sheet + 2 * plane) * f(0.8f);
    f8 lean = (sheet8(sheet + 4 * plane) - f(0.5f)) * f(0.05f);
    c8 q = probed(probe, px + dx, py + dy);
    f8 l = luma8(q);
    q = (c8){l + (q.r - l) * f(1.25f) + lean, l + (q.g - l) * f(1.25f), l + (q.b - l) * f(1.25f) - lean};
    q = scale(q, gain);
    q = (c8){clamp01(q.r), clamp01(q.g), clamp01(q.b)};
    o = mixc(o, q, alpha);
  }
  // What is fine, a face or a mast, is drawn at the end.
  return mixc(o, c, f(0.22f));
}

/// Flat tones, printed one over the other, and a key block of dark lines.
PX c8 woodblock(c8 c, const px_brush *p, f8 line, const uint8_t *sheet) {
  f8 grain = sheet8(sheet);
  f8 l = luma8(c), t = max8(l, f(0)) * f(5), k = floor8(t), q = t - k;
  f8 flat = (k + step8(0.38f, 0.62f, q)) * f(0.2f);
  f8 gain = (flat + f(0.07f)) / (max8(l, f(0)) + f(0.07f));
  c = scale(c, gain);
  l = luma8(c);
  c = (c8){max8(l + (c.r - l) * f(1.35f), f(0)), max8(l + (c.g - l) * f(1.35f), f(0)), max8(l + (c.b - l) * f(1.35f), f(0))};
  // Ink lies on paper: light tones are the paper's own, and the wood's grain shows in the dark ones.
  c8 paper = color(p->paper);
  c = mixc(c, (c8){paper.r * clamp01(c.r + f(0.16f)), paper.g * clamp01(c.g + f(0.16f)), paper.b * clamp01(c.b + f(0.16f))}, f(0.85f));
  c = scale(c, f(0.94f) + grain * f(0.12f));
  f8 key = clamp01(line * f(6.5f) - f(0.30f));
  return mixc(c, color(p->ink), key * f(0.88f));
}

/// Large square pixels of few colors, with the dither of old screens.
PX c8 pixel(const px_brush *p, const px_probe *probe, f8 px, int y) {
  float size = p->unit / 90;
  f8 cx = floor8(px * f(1 / size)), cy = floor8(f(((float)y + 0.5f) / size));
  c8 q = probed(probe, (cx + f(0.5f)) * f(size), (cy + f(0.5f)) * f(size));
  f8 l = luma8(q);
  q = (c8){l + (q.r - l) * f(1.4f), l + (q.g - l) * f(1.4f), l + (q.b - l) * f(1.4f)};
  i8 a = trunc8(cx) & i(1), b = trunc8(cy) & i(1);
  f8 dither = (tofloat((a ^ b) * i(2) + b) - f(1.5f)) * f(0.11f) + f(0.5f);
  return (c8){floor8(clamp01(q.r) * f(5) + dither) * f(0.2f), floor8(clamp01(q.g) * f(5) + dither) * f(0.2f),
              floor8(clamp01(q.b) * f(4) + dither) * f(0.25f)};
}

PX c8 facet(c8 c, const px_brush *p, const px_probe *probe, f8 px, int y) {
  float size = p->unit / 26;
  f8 py = f((float)y + 0.5f);
  // Skewed to equilateral triangles; each is one color of its middle, lit by a tilt of its own.
  f8 gy = py * f(1.1547f / size), gx = px * f(1 / size) + gy * f(0.5f);
  f8 cx = floor8(gx), cy = floor8(gy), tx = gx - cx, ty = gy - cy;
  f8 upper = (f8)((tx > ty) & (i8)f(1));
  f8 mx = cx + lerp8(f(0.3333f), f(0.6667f), upper), my = cy + lerp8(f(0.6667f), f(0.3333f), upper);
  u8 h = cell8(trunc8(cx) * i(2) + trunc8(upper), trunc8(cy), 71u);
  f8 wy = my * f(size / 1.1547f), wx = (mx - my * f(0.5f)) * f(size);
  c8 a = probed(probe, wx, wy), b = probed(probe, (wx + px) * f(0.5f), (wy + py) * f(0.5f));
  c8 q = mixc(a, b, f(0.35f));
  q = mixc(q, c, f(0.16f));
  f8 tilt = unit8(h) - f(0.5f);
  q = scale(q, f(1.02f) + tilt * f(0.20f) + (upper - f(0.5f)) * f(0.05f));
  f8 edge = min8(min8(tx, f(1) - tx), min8(min8(ty, f(1) - ty), abs8(tx - ty)));
  f8 seam = clamp01(f(1) - edge * f(size / 1.6f));
  return scale(q, f(1) + seam * f(0.10f));
}

/// What hatching in direction (a, b) is like here, whatever the tone.
PX void strokes(uint8_t *out, int plane, f8 u, f8 v, float a, float b, float pitch, uint32_t seed) {
  f8 across = (u * f(a) + v * f(b)) * f(pitch), along = (v * f(a) - u * f(b)) * f(pitch);
  across += (noise2(along * f(0.09f), across * f(0.35f), seed) - f(0.5f)) * f(0.9f);
  keep8(out, f(1) - abs8(fract8(across) - f(0.5f)) * f(2));
  keep8(out + plane, noise2(along * f(0.16f), floor8(across) * f(3.7f), seed + 1));
}

static int px_sheet_planes(int kind) {
  return kind == PX_WASH ? 2 : kind == PX_INK ? 5 : kind == PX_WOODBLOCK ? 1 : kind == PX_OIL ? 10 : 0;
}

static void px_sheet_row(const px_brush *p, int y, int plane, uint8_t *out) {
  for (int x = 0; x < p->width; x += 8, out += 8) {
    f8 s = f(1 / p->unit), u = x_at(x) * s, v = f((float)y / p->unit);
    if (p->kind == PX_WASH) {
      keep8(out, fbm(u * f(260), v * f(300), 3, 0.75f, 0, 11));
      keep8(out + plane, fbm(u * f(5), v * f(5), 3, 0.5f, 0, 21));
    } else if (p->kind == PX_INK) {
      keep8(out, fbm(u * f(230), v * f(230), 3, 0.8f, 0, 31));
      strokes(out + plane, plane, u, v, 0.80f, 0.60f, 105, 41);
      strokes(out + 3 * plane, plane, u, v, -0.66f, 0.75f, 118, 51);
    } else if (p->kind == PX_OIL) {
      for (int k = 0; k < 2; k++) oil_strokes(out + 5 * k * plane, plane, p, x_at(x), y, k);
    } else if (p->kind == PX_WOODBLOCK) {
      keep8(out, fbm(u * f(22), v * f(310), 3, 0.7f, 0, 71));
    }
  }
}

static void px_brush_row(const px_row *row, const px_brush *settings, const px_probe *probe, float *luma,
                         const float *above, const uint8_t *sheet, int plane) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_brush local = *settings, *p = &local;
  // `luma` and `above` begin eight before the row's first pixel.
  int kind = p->kind, outlines = kind == PX_INK || kind == PX_NEON || kind == PX_WOODBLOCK;
  if (outlines)
    for (int x = 0; x < w->n; x += 8) save8(luma + 8 + x, luma8(loadc(w, x)));
  luma[7] = luma[8];
  // A contour is a pixel wide: in small pictures, where that is much, it is fainter.
  float even = p->unit < 720 ? 0.35f + 0.65f * p->unit / 720 : 1;
  for (int x = 0; x < w->n; x += 8) {
    c8 c = loadc(w, x);
    f8 px = x_at(x);
    f8 line = f(0);
    if (outlines) line = outline(luma, above, x, load8(luma + 8 + x)) * f(even);
    switch (kind) {
    case PX_WASH: c = wash(c, p, px, p->y, sheet + x, plane); break;
    case PX_INK: c = ink(c, p, line, sheet + x, plane); break;
    case PX_HALFTONE: c = halftone(c, p, px, p->y); break;
    case PX_NEON: c = neon(c, p, px, p->y, line); break;
    case PX_POINTILLIST: c = pointillist(c, p, probe, px, p->y); break;
    case PX_FACET: c = facet(c, p, probe, px, p->y); break;
    case PX_OIL: c = oil(c, probe, px, p->y, sheet + x, plane); break;
    case PX_WOODBLOCK: c = woodblock(c, p, line, sheet + x); break;
    case PX_PIXEL: c = pixel(p, probe, px, p->y); break;
    default: c = film(c, p, px, p->y); break;
    }
    if (p->mono) {
      f8 l = luma8(c);
      c = (c8){l, l, l};
    }
    savec(w, x, c);
  }
}

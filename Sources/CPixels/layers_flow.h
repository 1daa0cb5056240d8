// Layers that fill the frame: abstract flow, tunnel, flames; and the noise fields behind soft things.

/// The color of fold number `low` at `k` of its width: sheets over each other, each lit along its
/// leading edge.
PX c8 fold(const px_flow *p, f8 low, f8 k, f8 b) {
  f8 turn = fract8(low * f(0.381966f) + b * f(0.9f));
  // Round and round, so that no edge shows where the count begins again.
  c8 c = mixc(color(p->a), color(p->b), step8(0.04f, 0.32f, turn));
  c = mixc(c, color(p->c), step8(0.32f, 0.56f, turn));
  c = mixc(c, mixc(color(p->c), color(p->d), f(0.8f)), step8(0.56f, 0.76f, turn));
  c = mixc(c, color(p->a), step8(0.78f, 1.0f, turn));
  c = scale(c, (f(1) - f(p->relief) * (f(1) - k) * (f(1) - k)) * (f(0.62f) + b * f(0.75f)));
  f8 sheen = clamp01((k - f(0.80f)) * f(5)), lead = clamp01(f(1) - k * f(14));
  return plus(c, scale(color(p->line), (sheen * sheen * sheen + lead * f(0.10f)) * f(p->lineAmount)));
}

static void px_flow_row(const px_row *row, const px_flow *settings) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_flow local = *settings, *p = &local;
  if (!w->field || !w->field2) return;
  for (int x = 0; x < w->n; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    f8 a = load8(w->field + x), b = load8(w->field2 + x);
    f8 t = a * f(p->bands) + f(p->phase), low = floor8(t), k = t - low;
    c8 c = fold(p, low, k, b);
    // Where one fold ends, the next begins within a pixel and a half.
    f8 e = min8(abs8(load8(w->field + x + 1) - a) * f(p->bands) + f(p->bands * w->pixel * 0.7f), f(0.15f));
    f8 share = k / e;
    if (any8(share < f(1))) c = mixc(fold(p, low - f(1), f(1), b), c, clamp01(share));
    lay(w, x, t0, c, f(1));
  }
}

static void px_tunnel_row(const px_row *row, const px_tunnel *settings) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_tunnel local = *settings, *p = &local;
  for (int x = 0; x < w->n; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    f8 u = u_at(w, x) - f(p->centreU), v = v_at(w, x) - f(p->centreV);
    f8 r2 = u * u + v * v, r = sqrt8(r2) + f(0.004f);
    f8 depth = f(0.34f) / r;
    f8 along = depth + f(p->advance);
    f8 turn = angle8(v, u) + depth * f(p->twist) + f(p->time * 0.01f);
    f8 foot = f(w->pixel) * depth / r;
    f8 e = max8(foot, f(0.012f));
    // Rings of lamps, panels between them, cables along.
    f8 cell = floor8(along), k = along - cell;
    f8 ring = clamp01((f(0.055f) - abs8(k - f(0.5f))) / e + f(0.5f)) * clamp01(f(0.12f) / e);
    f8 rib = clamp01((f(0.035f) - abs8(fract8(along * f(2)) - f(0.25f))) / (e * f(2)) + f(0.5f));
    f8 sector = fract8(turn) * f(12), slot = floor8(sector), across = abs8(sector - slot - f(0.5f));
    f8 seam = clamp01((f(0.035f) - (f(0.5f) - across)) * f(9));
    f8 h = hash8(trunc8(slot), trunc8(cell), p->seed);
    f8 n = noise2(turn * f(48), along * f(5), p->seed + 1);
    n = lerp8(f(0.5f), n, clamp01(f(1.4f) - foot * f(8)));
    c8 c = scale(color(p->wall), (f(0.45f) + f(0.6f) * h) * (f(0.6f) + f(0.8f) * n));
    c = mixc(c, color(p->dark), clamp01(seam + rib * f(0.7f)));
    f8 near = abs8(k - f(0.5f));
    f8 spill = f(0.012f) / (f(0.012f) + near * near);
    f8 each = hash8(trunc8(cell), i(7), p->seed + 2);
    c8 lamp = mixc(color(p->lamp), color(p->lamp2), step8(0.45f, 0.55f, each));
    f8 gap = clamp01((f(0.47f) - across) * f(14));
    // Lamps dim as they pass, or each would flash.
    f8 power = (f(1) + f(p->pulse) * (f(0.5f) + each)) * step8(0.25f, 1.3f, depth);
    c = plus(c, scale(lamp, (ring * gap * f(1.9f) + spill * f(0.16f) * (f(0.4f) + h)) * power));
    // A lit strip along one or two of the sides.
    f8 strip = (f8)((i8)(hash8(trunc8(slot), i(1), p->seed + 3) > f(0.82f)) & (i8)f(1));
    c = plus(c, scale(color(p->lamp2), strip * clamp01((f(0.09f) - across) * f(18)) * f(0.8f)));
    f8 far = exp8(-depth * f(0.20f));
    c = mixc(color(p->end), c, clamp01(far * f(1.12f)));
    f8 shade = clamp01(f(0.35f) + depth * f(0.42f));
    lay(w, x, t0, scale(c, shade), f(1));
  }
}

static void px_flame_row(const px_row *row, const px_flame *settings) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_flame local = *settings, *p = &local;
  if (!w->field || !w->field2) return;
  if (low_v(w) > p->base + p->height * 1.6f) return;
  for (int x = 0; x < w->n; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    f8 v = v_at(w, x);
    f8 up = (v - f(p->base)) * f(1 / p->height);
    f8 a = load8(w->field + x), b = load8(w->field2 + x);
    f8 heat = (a * f(0.75f) + b * f(0.55f)) * f(1.55f) - f(0.22f) - up * f(0.80f);
    f8 h = clamp01(heat * f(1.25f));
    h = h * h;
    c8 c = mixc(color(p->edge), color(p->middle), step8(0.08f, 0.42f, h));
    c = mixc(c, color(p->core), step8(0.42f, 0.95f, h));
    // Tongues: narrow bright creases where the rising field folds.
    f8 crease = clamp01(f(1) - abs8(a - b) * f(9)) * h;
    c = plus(c, scale(color(p->core), crease * f(0.35f)));
    shine(w, x, t0, scale(c, h * f(p->strength)));
  }
}

static void px_noise_row(const px_row *row, const px_noise *settings, float *out) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_noise local = *settings, *p = &local;
  for (int x = 0; x < w->n; x += 8) {
    f8 u = u_at(w, x) * f(p->scaleU), v = v_at(w, x) * f(p->scaleV);
    if (p->warp != 0) {
      f8 a = u * f(p->warpScale) + f(p->warpOffsetU), b = v * f(p->warpScale) + f(p->warpOffsetV);
      f8 pu = fbm(a, b, 3, 0.5f, 0, p->seed + 101), pv = fbm(a + f(5.2f), b + f(1.3f), 3, 0.5f, 0, p->seed + 211);
      u += (pu - f(0.5f)) * f(p->warp);
      v += (pv - f(0.5f)) * f(p->warp);
    }
    save8(out + x, fbm(u + f(p->offsetU), v + f(p->offsetV), p->octaves, p->gain, p->ridged, p->seed));
  }
}

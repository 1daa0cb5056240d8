// Far layers: sky, points of light, clouds, shafts, mist, lamps, nebula, planet.

static void px_sky_row(const px_row *row, const px_sky *settings) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_sky local = *settings, *p = &local;
  float span = 1 / (p->zenithV - p->horizonV);
  float rr = 1 / (p->haloWidth * p->haloWidth);
  float edge = w->pixel > p->sunRadius * 0.03f ? w->pixel : p->sunRadius * 0.03f;
  for (int x = 0; x < w->n; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    f8 u = u_at(w, x), v = v_at(w, x);
    f8 t = clamp01((v - f(p->horizonV)) * f(span));
    // The glow of the horizon falls off fast, the way air thins.
    f8 low = f(1) - t;
    low = low * low;
    low = low * low;
    c8 c = mixc(mixc(color(p->middle), color(p->zenith), ease(t)), color(p->horizon), low);
    f8 du = u - f(p->sunU), dv = v - f(p->sunV), d2 = du * du + dv * dv, d = sqrt8(d2);
    f8 near = f(1) / (f(1) + d2 * f(rr));
    f8 wide = f(1) / (f(1) + (du * du * f(0.35f) + dv * dv * f(2.2f)) * f(rr * 0.5f));
    c = plus(c, scale(color(p->halo), near * near * near * f(0.8f) + wide * wide * f(0.32f)));
    f8 disc = clamp01((f(p->sunRadius) - d) / f(edge) + f(0.5f));
    f8 eu = du - f(p->crescent), ev = dv - f(p->crescent * 0.35f);
    f8 bite = clamp01((f(p->sunRadius) - sqrt8(eu * eu + ev * ev)) / f(edge) + f(0.5f));
    disc = disc * pick((i8)(f(p->crescent) > f(0)), f(1) - bite * f(0.97f), f(1));
    c = mixc(c, color(p->disc), disc);
    lay(w, x, t0, c, f(1));
  }
}

static int floor_int(float x) {
  int k = (int)x;
  return k - ((float)k > x);
}
/// The stretch of x, within 0...n, where lo <= start + step * x <= hi.
static int span(float start, float step, float lo, float hi, int n, int *first, int *last) {
  *first = 0;
  *last = n;
  float reach = step * (float)n;
  if (reach < 1e-4f && reach > -1e-4f) return start >= lo && start <= hi;
  float a = (lo - start) / step, b = (hi - start) / step;
  if (a > b) { float t = a; a = b; b = t; }
  if (b < 0 || a > (float)n) return 0;
  if (a > 0) *first = (int)a;
  if (b < (float)n) *last = (int)b + 1;
  return *first < *last;
}

/// Lights one point's pixels of the row; `h` is its cell's hash, (gu, gv) the grid along the row.
PX void point_row(const px_row *w, const px_points *p, uint32_t h, float pu, float pv, float startU,
                  float stepU, float startV, float stepV, float smallest, float skirt) {
  uint32_t g = (h + 0x7f4a7c15u) * 0x297a2d39u;
  float size = (float)(g >> 16) * (1.0f / 65536), hu = (float)(h >> 21) * (1.0f / 2048), hv = (float)((h >> 10) & 2047) * (1.0f / 2048);
  float r = p->size * (0.35f + 0.65f * size * size), seen = r > smallest ? r : smallest;
  float tall = seen * p->stretch / p->aspect, squash = p->aspect / p->stretch;
  int first, last, top, end;
  if (!span(startV, stepV, pv - tall * skirt, pv + tall * skirt, w->n, &top, &end)) return;
  if (!span(startU, stepU, pu - seen * skirt, pu + seen * skirt, w->n, &first, &last)) return;
  if (top > first) first = top;
  if (end < last) last = end;
  float tw = 1;
  if (p->twinkle != 0) {
    f8 phase = f(p->time * (0.15f + 0.6f * hu) + hv);
    tw = 1 - p->twinkle + p->twinkle * (0.5f + 0.5f * sinturn(phase)[0]);
  }
  float strength = (r / seen) * (r / seen) * tw * (0.3f + 0.7f * size), inv = 1 / seen;
  c8 c = mixc(color(p->color), color(p->color2), f(size));
  for (int x = first & ~7; x < last; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    f8 at = f((float)x) + ramp8();
    f8 du = f(startU - pu) + at * f(stepU), dv = (f(startV - pv) + at * f(stepV)) * f(squash);
    f8 d = sqrt8(du * du + dv * dv) * f(inv);
    f8 core = clamp01((f(1) - d) * f(1 / (p->softness + 0.02f)));
    f8 glow = clamp01(f(1) - d * f(1 / skirt));
    f8 a = core + glow * glow * glow * f(p->softness * 0.35f);
    f8 fade = clamp01((v_at(w, x) - f(p->lowV)) * f(1 / (p->highV - p->lowV)));
    shine(w, x, t0, scale(c, a * fade * f(strength)));
  }
}

static void px_points_row(const px_row *row, const px_points *settings) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_points local = *settings, *p = &local;
  if (high_v(w) < p->lowV && p->lowV < p->highV) return;
  if (low_v(w) > p->lowV && p->lowV > p->highV) return;
  // The row is a line through the grid; only cells that it passes near are looked at.
  float smallest = w->pixel * p->scale * 0.75f;
  // How far the glow reaches, in the point's own size.
  float skirt = p->softness < 1 ? 1 + 1.95f * p->softness : 2.95f;
  float reach = (p->size > smallest ? p->size : smallest) * skirt, tall = reach * p->stretch / p->aspect;
  float startU = w->u * p->scale + p->offsetU, stepU = w->du * p->scale;
  float startV = w->v * p->scale / p->aspect + p->offsetV, stepV = w->dv * p->scale / p->aspect;
  float endV = startV + stepV * (float)w->n;
  int lowest = floor_int((startV < endV ? startV : endV) - tall + 0.3f);
  int highest = floor_int((startV < endV ? endV : startV) + tall - 0.3f);
  for (int cv = lowest; cv <= highest; cv++) {
    int first, last;
    if (!span(startV, stepV, (float)cv + 0.3f - tall, (float)cv + 0.7f + tall, w->n, &first, &last)) continue;
    float shift = startU;
    if (p->wobble != 0) shift += sinturn(f(((float)cv + 0.5f) * 0.21f + p->time * 0.11f))[0] * p->wobble;
    float a = shift + stepU * (float)first, b = shift + stepU * (float)last;
    int left = floor_int((a < b ? a : b) - reach), right = floor_int((a < b ? b : a) + reach);
    for (int cu = left; cu <= right; cu++) {
      uint32_t h = (uint32_t)cu * 0x27d4eb2du + (uint32_t)cv * 0x165667b1u + p->seed;
      h ^= h >> 15;
      h *= 0x2c1b3c6du;
      h ^= h >> 12;
      if ((float)(h & 1023) * (1.0f / 1024) >= p->density) continue;
      float pu = (float)cu + 0.3f + 0.4f / 2048 * (float)(h >> 21);
      float pv = (float)cv + 0.3f + 0.4f / 2048 * (float)((h >> 10) & 2047);
      point_row(w, p, h, pu, pv, shift, stepU, startV, stepV, smallest, skirt);
    }
  }
}

static void px_cloud_row(const px_row *row, const px_cloud *settings) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_cloud local = *settings, *p = &local;
  if (!w->field || !w->field2) return;
  if (high_v(w) < p->lowV) return;
  for (int x = 0; x < w->n; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    f8 u = u_at(w, x), v = v_at(w, x);
    f8 d = load8(w->field + x), l = load8(w->field2 + x);
    f8 fade = step8(p->lowV, p->highV, v);
    if (!any8((i8)(d + f(p->detail * 0.5f) > f(p->cover)) & (fade > f(0)))) continue;
    // Only edges need their frayed detail; it is gone where the blocks begin that do without.
    float inside = p->cover + p->softness + p->detail * 0.5f;
    if (any8(d < f(inside))) {
      f8 n = noise2(u * f(p->detailScale) + f(p->offsetU), v * f(p->detailScale * 1.7f) + f(p->offsetV),
                    p->seed);
      d += (n - f(0.5f)) * f(p->detail) * clamp01((f(inside) - d) * f(1 / (p->softness + p->detail * 0.5f)));
    }
    f8 a = step8(p->cover, p->cover + p->softness, d) * fade * f(p->opacity);
    // Thick where dense, bright where the way towards the light is thin: a silver lining.
    f8 thick = clamp01((d - f(p->cover)) * f(2.2f));
    f8 lit = clamp01(f(0.55f) + (d - l) * f(p->contrast) - thick * f(0.35f));
    c8 c = mixc(color(p->shade), color(p->lit), lit);
    lay(w, x, t0, c, a);
  }
}

static void px_rays_row(const px_row *row, const px_rays *settings, float *out) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_rays local = *settings, *p = &local;
  for (int x = 0; x < w->n; x += 8) {
    f8 u = u_at(w, x) - f(p->sourceU), v = f(p->sourceV) - v_at(w, x);
    f8 d = sqrt8(u * u + v * v);
    f8 a = u / (abs8(v) + d * f(0.35f) + f(0.05f)) + f(p->angle);
    f8 n = noise2(a * f(p->frequency), f(p->time), p->seed) *
           (f(0.35f) + noise2(a * f(p->frequency * 2.7f), f(p->time * 1.6f + 9), p->seed + 3));
    n = clamp01((n - f(0.22f)) * f(1.9f));
    f8 fall = clamp01(f(1) - d * f(1 / p->reach));
    f8 below = clamp01(v * f(4) + f(0.6f));
    save8(out + x, n * fall * fall * below * f(p->amount));
  }
}

static void px_veil_row(const px_row *row, const px_rgb *settings) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_rgb local = *settings, *p = &local;
  if (!w->field) return;
  for (int x = 0; x < w->n; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    shine(w, x, t0, scale(color(*p), load8(w->field + x)));
  }
}

static void px_mist_row(const px_row *row, const px_mist *settings) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_mist local = *settings, *p = &local;
  float lo = low_v(w), hi = high_v(w);
  if (hi < p->centre - p->thickness || lo > p->centre + p->thickness) return;
  for (int x = 0; x < w->n; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    f8 v = v_at(w, x);
    f8 d = clamp01(f(1) - abs8(v - f(p->centre)) * f(1 / p->thickness));
    f8 n = w->field ? load8(w->field + x) : f(0.5f);
    f8 a = clamp01(ease(d) * f(p->amount) * (f(0.25f) + f(1.5f) * n));
    lay(w, x, t0, color(p->color), a);
  }
}

static void px_lights_row(const px_row *row, const px_light *lights, int count) {
  const px_row here = *row, *w = &here;  // a copy, so that no store can seem to change it
  float lo = low_v(w), hi = high_v(w);
  for (int k = 0; k < count; k++) {
    px_light q = lights[k];
    float reach = q.radius * 2.6f;
    if (hi < q.v - reach || lo > q.v + reach) continue;
    // Only the chord that the row cuts from the light's circle.
    float away = q.v < lo ? lo - q.v : q.v > hi ? q.v - hi : 0;
    float half = sqrt8(f(reach * reach - away * away))[0];
    int first, last;
    if (!span(w->u, w->du, q.u - half, q.u + half, w->n, &first, &last)) continue;
    float core = q.core > w->pixel * 0.7f ? q.core : w->pixel * 0.7f;
    float keep = (q.core / core) * (q.core / core), edge = 1 / (reach * reach);
    float soft = 0.12f * q.radius * q.radius / 3, inner = 1 / (core * core);
    for (int x = first & ~7; x < last; x += 8) {
      f8 t0 = through(w, x);
      if (hidden(t0)) continue;
      f8 du = u_at(w, x) - f(q.u), dv = v_at(w, x) - f(q.v), d2 = du * du + dv * dv;
      f8 fall = max8(f(1) - d2 * f(edge), f(0));
      f8 glow = f(soft * 0.5f) / (f(soft) + d2);
      f8 dot = clamp01(f(1.5f) - d2 * f(inner));
      shine(w, x, t0, scale(color(q.color), glow * fall * fall + dot * f(3 * keep)));
    }
  }
}

static void px_nebula_row(const px_row *row, const px_nebula *settings) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_nebula local = *settings, *p = &local;
  if (!w->field || !w->field2) return;
  for (int x = 0; x < w->n; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    f8 a = load8(w->field + x), b = load8(w->field2 + x);
    f8 gas = clamp01((a - f(0.34f)) * f(p->contrast));
    f8 veil = clamp01((b - f(0.36f)) * f(p->contrast));
    gas = gas * gas;
    c8 c = mixc(color(p->first), color(p->second), veil);
    c = scale(c, gas * f(p->strength) * (f(0.35f) + veil));
    f8 heart = clamp01((a - f(p->core)) * f(4));
    c = plus(c, scale(color(p->third), heart * heart * f(p->strength)));
    // Dust lanes take light away where both fields are dense.
    f8 dust = f(1) - clamp01((b - f(0.55f)) * f(3.4f)) * clamp01((f(0.62f) - a) * f(3.5f)) * f(0.85f);
    lay(w, x, t0, plus(color(p->dark), scale(c, dust)), f(1));
  }
}

static void px_planet_row(const px_row *row, const px_planet *settings) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_planet local = *settings, *p = &local;
  float reach = p->radius * (p->ring > 0 ? 2.4f : 1.25f);
  if (high_v(w) < p->v - reach || low_v(w) > p->v + reach) return;
  float inv = 1 / p->radius, lz = 0.45f, aa = 1 / (w->pixel * inv * 1.4f);
  for (int x = 0; x < w->n; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    f8 a = (u_at(w, x) - f(p->u)) * f(inv), b = (v_at(w, x) - f(p->v)) * f(inv);
    f8 d2 = a * a + b * b, d = sqrt8(d2);
    if (!any8(d < f(p->ring > 0 ? 2.4f : 1.25f))) continue;
    f8 z = sqrt8(max8(f(1) - d2, f(0)));
    f8 sun = a * f(p->lightU) + b * f(p->lightV) + z * f(lz);
    f8 lit = clamp01(sun * f(1.15f) + f(0.06f));
    f8 tilt = b + a * f(0.28f);
    f8 lon = a / (z + f(0.35f)) + f(p->spin);
    f8 n = fbm(lon * f(1.3f), tilt * f(p->bands), 4, 0.55f, 0, p->seed);
    f8 belt = clamp01(noise2(tilt * f(p->bands * 1.6f) + n * f(1.2f), f(3), p->seed + 5) * f(0.7f) + n * f(0.5f));
    c8 ground = mixc(color(p->day), color(p->band), ease(belt));
    ground = mixc(color(p->dark), ground, lit);
    f8 rim = f(1) - z;
    ground = plus(ground, scale(color(p->air), rim * rim * rim * clamp01(sun + f(0.35f)) * f(0.9f)));
    if (p->ring > 0) {
      f8 rb = (b + a * f(0.28f)) * f(4.6f), rd = sqrt8(a * a * f(1.08f) + rb * rb);
      f8 band = step8(1.28f, 1.36f, rd) * (f(1) - step8(2.1f, 2.2f, rd));
      f8 grain = noise2(rd * f(19), f(1), p->seed + 11) * f(0.7f) + noise2(rd * f(53), f(1), p->seed + 13) * f(0.3f);
      f8 behind = (f8)((i8)(rb > f(0)) & (i8)(d2 < f(1)) & (i8)f(1));
      f8 a2 = clamp01(band * grain * f(p->ring) * (f(1) - behind));
      c8 dust = mixc(color(p->dark), color(p->day), clamp01(f(0.75f) + a * f(p->lightU) * f(0.5f)));
      lay(w, x, t0, dust, a2);
      t0 = through(w, x);
    }
    lay(w, x, t0, ground, clamp01((f(1) - d) * f(aa) + f(0.5f)));
    f8 air = f(1) / (f(1) + max8(d - f(1), f(0)) * f(26)) * clamp01(f(6) - d * f(4.8f));
    air = air * air * air * clamp01(a * f(p->lightU) + b * f(p->lightV) + f(0.5f)) * f(0.55f);
    shine(w, x, through(w, x), scale(color(p->air), air));
  }
}

/// A rainbow: bands of color about a point below the horizon, fainter at its feet.
static void px_bow_row(const px_row *row, const px_bow *settings) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_bow local = *settings, *p = &local;
  if (high_v(w) < p->lowV || low_v(w) > p->centreV + p->radius + p->width) return;
  for (int x = 0; x < w->n; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    f8 u = u_at(w, x) - f(p->centreU), v = v_at(w, x);
    f8 dv = v - f(p->centreV), d = sqrt8(u * u + dv * dv);
    f8 k = (d - f(p->radius)) * f(1 / p->width);
    if (!any8((i8)(k > f(0)) & (i8)(k < f(1)))) continue;
    // From violet inside to red outside.
    f8 r = step8(0.45f, 0.85f, k) + (f(1) - step8(0.0f, 0.16f, k)) * f(0.45f);
    f8 g = step8(0.28f, 0.48f, k) * (f(1) - step8(0.62f, 0.90f, k));
    f8 b = f(1) - step8(0.30f, 0.55f, k);
    f8 a = step8(0.0f, 0.14f, k) * (f(1) - step8(0.86f, 1.0f, k)) * step8(p->lowV, p->lowV + 0.12f, v);
    lay(w, x, t0, scale((c8){r, g, b}, f(1.3f)), a * f(p->amount));
  }
}

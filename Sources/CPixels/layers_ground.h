// Near layers: silhouettes, city, water, road, trunks, drawn shapes.

static void px_ridge_row(const px_row *row, const px_ridge *settings, const float *heights) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_ridge local = *settings, *p = &local;
  if (low_v(w) > p->base + p->amplitude + p->softness + w->pixel) return;
  float soft = 1 / (w->pixel + p->softness);
  // Below its foot a layer is one haze: no texture, and no table either.
  float detail = p->textureScale * w->pixel > 0.7f ? 0 : p->texture;
  for (int x = 0; x < w->n; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    f8 u = u_at(w, x), v = v_at(w, x);
    f8 at = u * f(p->perUnit) + f(p->offset);
    if (p->sway != 0) {
      f8 up = max8(v - f(p->base - p->amplitude), f(0));
      at += sinturn(u * f(0.7f) + v * f(0.8f) + f(p->swayTime)) * up * f(p->sway * p->perUnit);
    }
    f8 top = f(p->base) + table8(heights, p->count, at) * f(p->amplitude);
    f8 under = top - v, near = f(soft);
    if (p->sway != 0) {
      // Blades are steep: their edges are soft across, so that thin tips fade and do not jump.
      f8 next = f(p->base) + table8(heights, p->count, at + f(p->perUnit * w->pixel)) * f(p->amplitude);
      near = near / (f(1) + abs8(next - top) * f(1 / w->pixel));
    }
    f8 a = clamp01(under * near + f(0.5f)) * f(p->alpha);
    if (!any8(a > f(0))) continue;
    f8 t = clamp01(under * f(1 / p->fade));
    c8 c = mixc(color(p->top), color(p->bottom), t);
    if (detail > 0 || p->snowAmount > 0) {
      f8 n = fbm(u * f(p->textureScale) + under * f(p->textureScale * 0.6f),
                 under * f(p->textureScale * p->textureStretch), 2, 0.6f, 0, p->seed);
      f8 shade = f(1) + (n - f(0.5f)) * f(detail * 2) * (f(1) - t * f(0.7f));
      if (p->snowAmount > 0) {
        f8 line = v - f(p->snowLine) + (n - f(0.5f)) * f(p->amplitude * 0.5f);
        f8 s = clamp01(line * f(9 / p->amplitude)) * clamp01((n - f(0.34f)) * f(6)) * f(p->snowAmount);
        c = mixc(c, color(p->snow), s);
      }
      c = scale(c, shade);
    }
    f8 rim = clamp01(f(1) - abs8(under) * f(1 / p->rimWidth));
    c = plus(c, scale(color(p->rim), rim * rim * f(p->rimAmount)));
    lay(w, x, t0, c, a);
  }
}

static void px_city_row(const px_row *row, const px_city *settings, const float *heights, const float *edges,
                        const int32_t *lookup) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_city local = *settings, *p = &local;
  if (low_v(w) > p->base + p->amplitude + w->pixel) return;
  float soft = 1 / w->pixel;
  for (int x = 0; x < w->n; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    f8 v = v_at(w, x);
    f8 at = u_at(w, x) * f(p->perUnit) + f(p->offset);
    f8 cell = floor8(at);
    i8 place = trunc8(cell) & i(p->lookupCount - 1), b;
    for (int j = 0; j < 8; j++) b[j] = lookup[place[j]];
    f8 base = cell - tofloat(place);
    f8 left = nearest8(edges, b), right = nearest8(edges, b + i(1)), high = nearest8(heights, b);
    f8 across = at - base - left, wide = right - left;
    f8 top = f(p->base) + high * f(p->amplitude);
    f8 under = top - v;
    // A step back near the top of some towers, a mast on a few.
    u8 h = cell8(b, i(3), p->seed);
    f8 kind = unit8(h), tone = unit8(mix32(h + (u8)77u));
    f8 mid = abs8(across / wide - f(0.5f));
    f8 back = pick(kind < f(0.4f), f(p->amplitude * 0.10f), f(0)) * step8(0.27f, 0.28f, mid);
    f8 mast = (f8)((i8)(kind > f(0.86f)) & (i8)(mid * wide < f(w->pixel * p->perUnit * 0.8f + 0.03f)) & (i8)f(p->amplitude * 0.16f));
    f8 a = clamp01((under - back + mast) * f(soft) + f(0.5f));
    if (!any8(a > f(0))) continue;
    f8 depth = clamp01((v - f(p->base)) * f(1 / p->fade));
    c8 c = mixc(color(p->foot), color(p->wall), depth);
    c = scale(c, f(0.75f) + f(0.5f) * tone);
    // Left flank of each tower takes the sky's light.
    f8 flank = clamp01(f(1) - across * f(3.5f));
    c = scale(c, f(1) + flank * f(p->rimAmount));
    // Windows: a grid of each building's own, fading to their mean where pixels grow coarse.
    f8 nu = f(p->windowsU) * (f(0.75f) + f(0.6f) * tone), nv = f(p->windowsV) * (f(0.8f) + f(0.5f) * kind);
    f8 gu = across * nu, gv = under * nv;
    f8 iu = floor8(gu), iv = floor8(gv), fu = gu - iu, fv = gv - iv;
    f8 fu2 = abs8(fu - f(0.5f)), fv2 = abs8(fv - f(0.5f));
    f8 eu = f(w->pixel * p->perUnit) * nu, ev = f(w->pixel) * nv;
    f8 pane = clamp01((f(0.30f) - fu2) / eu + f(0.5f)) * clamp01((f(0.27f) - fv2) / ev + f(0.5f));
    pane = lerp8(pane, f(0.32f), clamp01(max8(eu, ev) * f(1.6f) - f(0.6f)));
    u8 k = mix32(h + (u8)trunc8(iu) * (u8)0x27d4eb2du + (u8)trunc8(iv) * (u8)0x165667b1u);
    f8 on = unit8(k), hue = unit8(mix32(k + (u8)5u));
    // Whole floors and whole towers share habits, as people do.
    f8 floorhabit = quick8(h + (u8)trunc8(iv) * (u8)0x85ebca6bu);
    f8 share = f(p->lit) * (f(0.45f) + f(0.7f) * tone + f(0.5f) * floorhabit * floorhabit);
    f8 beat = f(1) + f(p->pulse) * clamp01((hue - f(0.45f)) * f(3));
    share = share * (f(1) + f(p->pulse * 0.35f));
    f8 lamp = clamp01((share - on) * f(9)) * pane * clamp01(gv - f(0.6f)) *
              clamp01((wide - across) * f(6)) * clamp01(across * f(6));
    f8 power = (f(0.25f) + hue * hue * f(1.1f)) * beat * f(p->brightness);
    c8 glow = mixc(color(p->warm), color(p->cool), step8(0.62f, 0.75f, tone + (hue - f(0.5f)) * f(0.25f)));
    c = plus(c, scale(glow, lamp * power));
    // Signs: a few lit strips down a facade.
    f8 strip = clamp01(f(1.2f) - abs8(across - f(0.24f)) * f(11)) * (f8)((i8)(kind > f(0.52f)) & (i8)(kind < f(0.62f)) & (i8)f(1)) *
               step8(0.05f, 0.07f, under) * (f(1) - step8(0.20f, 0.22f, under));
    c = plus(c, scale(color(p->sign), strip * f(p->brightness * (1.1f + p->pulse)) * clamp01(f(0.6f) + sinturn(under * f(40)))));
    lay(w, x, t0, c, a);
  }
}

static void px_water_row(const px_row *row, const px_water *settings, const px_probe *probe) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_water local = *settings, *p = &local;
  if (low_v(w) > p->horizon) return;
  for (int x = 0; x < w->n; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    f8 u = u_at(w, x), v = v_at(w, x);
    f8 down = f(p->horizon) - v;
    f8 a = clamp01(down * f(1 / w->pixel) + f(0.5f));
    if (!any8(a > f(0))) continue;
    down = max8(down, f(0.0015f));
    f8 z = f(0.16f) / down;
    // Three trains of waves, finer with distance until pixels cannot hold them.
    f8 keep = clamp01(f(1.6f) - z * f(w->pixel * 34));
    f8 wu = u * z * f(3.1f * p->waveScale), wv = z * f(4.6f * p->waveScale) + f(p->advance);
    f8 n1 = noise2(wu * f(0.55f) + f(p->time * 0.11f), wv + f(p->time * 0.35f), p->seed);
    f8 n2 = noise2(wu * f(1.9f) - f(p->time * 0.17f), wv * f(2.6f) + f(p->time * 0.8f), p->seed + 1);
    f8 n3 = noise2(wu * f(5.2f) + f(p->time * 0.3f), wv * f(6.1f) - f(p->time * 1.1f), p->seed + 2);
    f8 slope = (n1 - f(0.5f)) * f(0.9f) + (n2 - f(0.5f)) * f(0.6f) * keep + (n3 - f(0.5f)) * f(0.35f) * keep * keep;
    f8 bend = slope * f(p->choppiness) * (f(0.012f) + down * f(0.42f));
    f8 ru = u + (n2 - f(0.5f)) * f(p->choppiness * 0.10f) * down, rv = f(p->horizon) + down + bend + abs8(bend) * f(0.6f);
    c8 sky = probe8(probe, f(probe->xu) * ru + f(probe->xv) * rv + f(probe->x0),
                    f(probe->yu) * ru + f(probe->yv) * rv + f(probe->y0));
    // Flat far water mirrors, near water shows its own color.
    f8 fresnel = f(p->reflect) * (f(0.42f) + f(0.58f) * clamp01(f(1) - down * f(1.9f)));
    fresnel = clamp01(fresnel + slope * f(0.35f));
    c8 body = mixc(color(p->tint), color(p->deep), clamp01(down * f(2.2f)));
    body = scale(body, f(1) + slope * f(0.9f));
    c8 c = mixc(body, sky, fresnel);
    f8 du = (u - f(p->sunU)) / (f(p->glintWidth) + down * f(0.45f));
    f8 path = f(1) / (f(1) + du * du);
    f8 sparkle = clamp01((n2 * f(0.5f) + n3 * f(0.6f) + n1 * f(0.3f) - f(0.80f - p->spark)) * f(5.5f));
    c = plus(c, scale(color(p->glint), path * path * (sparkle * f(1.7f) * keep + f(0.10f))));
    f8 far = exp8(-down * f(26)) * f(p->haze);
    c = mixc(c, color(p->hazeColor), far);
    lay(w, x, t0, c, a);
  }
}

static void px_road_row(const px_row *row, const px_road *settings, const px_probe *probe) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_road local = *settings, *p = &local;
  if (low_v(w) > p->horizon) return;
  for (int x = 0; x < w->n; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    f8 u = u_at(w, x), v = v_at(w, x);
    f8 down = f(p->horizon) - v;
    f8 a = clamp01(down * f(1 / w->pixel) + f(0.5f));
    if (!any8(a > f(0))) continue;
    down = max8(down, f(0.002f));
    f8 z = f(p->height) / down;
    f8 foot = f(w->pixel) * z / f(p->height);
    f8 bend = z * z * f(p->curve) / (f(1) + z * f(0.35f));
    f8 across = (u * z * f(1 / p->height) - bend) * f(1 / p->halfWidth), along = z + f(p->advance);
    f8 e = max8(foot * f(1 / p->halfWidth), f(0.008f));
    f8 coarse = clamp01(f(1.5f) - foot * f(9));
    f8 n = noise2(across * f(17), along * f(11), p->seed);
    n = lerp8(f(0.5f), n, coarse);
    f8 on = clamp01((f(1) - abs8(across)) / e + f(0.5f));
    f8 wheels = f(1) - abs8(abs8(across) - f(0.5f)) * f(2);
    c8 tar = scale(color(p->asphalt), f(0.72f) + f(0.5f) * n + wheels * f(0.12f));
    if (p->wet > 0 && any8(on > f(0))) {
      f8 pool = clamp01((noise2(across * f(1.1f), along * f(0.5f), p->seed + 4) - f(0.28f)) * f(2.4f)) * f(p->wet);
      f8 rv = f(p->horizon) + down * f(1.05f) + (n - f(0.5f)) * f(0.05f) * down;
      f8 ru = u + (n - f(0.5f)) * f(0.02f);
      c8 sky = probe8(probe, f(probe->xu) * ru + f(probe->xv) * rv + f(probe->x0),
                      f(probe->yu) * ru + f(probe->yv) * rv + f(probe->y0));
      tar = mixc(tar, sky, pool * f(0.75f));
    }
    c8 c = tar;
    if (any8(on < f(1))) {
      f8 grass = noise2(across * f(2.3f), along * f(1.7f), p->seed + 2) * f(0.6f) + n * f(0.4f);
      c = mixc(scale(color(p->verge), f(0.55f) + f(0.9f) * grass), tar, on);
    }
    f8 dash = fract8(along * f(p->dash));
    f8 de = clamp01(f(p->dash) * foot * z * f(2.0f));
    f8 mark = lerp8(clamp01((f(0.22f) - abs8(dash - f(0.5f))) * f(24) + f(0.5f)), f(0.45f), de);
    f8 middle = clamp01((f(0.022f) - abs8(across)) / e + f(0.5f)) * mark;
    f8 edges = clamp01((f(0.018f) - abs8(abs8(across) - f(0.93f))) / e + f(0.5f));
    f8 paint = (middle + edges * f(0.8f)) * clamp01(f(0.035f) / e + f(0.1f)) * (f(0.6f) + f(0.5f) * n);
    // Head lamps light a pool before the car.
    f8 beamu = across * f(0.75f), beam = clamp01(f(1) - beamu * beamu) * exp8(-z * f(0.33f));
    c = plus(c, scale(color(p->line), clamp01(paint)));
    c = plus(c, scale(mixc(color(p->glow), color(p->glow), on), beam * (f(0.05f) + clamp01(paint) * f(1.4f) + n * f(0.10f))));
    f8 far = f(1) - exp8(-z * f(0.075f));
    c = mixc(c, color(p->haze), far * far);
    lay(w, x, t0, c, a);
  }
}

static void px_trunks_row(const px_row *row, const px_trunks *settings, const float *middles,
                          const float *halves) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_trunks local = *settings, *p = &local;
  float lo = low_v(w), hi = high_v(w);
  if (hi < p->foot - 0.1f) return;
  // Along the row, places in the wood; the wood repeats.
  float start = (w->u + (w->v - p->foot) * p->lean) * p->perUnit + p->offset;
  float step = (w->du + w->dv * p->lean) * p->perUnit, end = start + step * (float)w->n;
  float flare = p->foot + 0.16f - lo, period = p->period;
  flare = flare > 0 ? flare * flare * 0.2f * p->perUnit : 0;
  int lowest = floor_int((start < end ? start : end) / period), highest = floor_int((start < end ? end : start) / period);
  for (int k = 0; k < p->count; k++) {
    float half = halves[k], reach = half + flare + w->pixel * p->perUnit;
    for (int turn = lowest - 1; turn <= highest + 1; turn++) {
      float middle = middles[k] + (float)turn * period;
      int first, last;
      if (!span(start, step, middle - reach, middle + reach, w->n, &first, &last)) continue;
      for (int x = first & ~7; x < last; x += 8) {
        f8 t0 = through(w, x);
        if (hidden(t0)) continue;
        f8 u = u_at(w, x), v = v_at(w, x);
        f8 across = f(start - middle) + (f((float)x) + ramp8()) * f(step);
        f8 root = max8(f(p->foot + 0.16f) - v, f(0));
        f8 inside = f(half) - abs8(across) + root * root * f(0.2f * p->perUnit);
        f8 a = clamp01(inside * f(1 / (w->pixel * p->perUnit * 1.2f)) + f(0.5f)) * clamp01((v - f(p->foot)) * f(14) + f(1));
        if (!any8(a > f(0))) continue;
        f8 side = clamp01(f(0.5f) - across * f(0.5f / half));
        f8 n = noise2(u * f(70), v * f(14), p->seed);
        c8 c = mixc(color(p->dark), color(p->lit), clamp01(side * (f(0.5f) + n * f(p->bark))));
        c = scale(c, f(0.7f) + n * f(p->bark * 0.6f));
        f8 fog = clamp01(f(p->hazeAmount) * (f(1.25f) - (v - f(p->foot)) * f(0.7f)));
        lay(w, x, t0, mixc(c, color(p->haze), fog), a);
      }
    }
  }
}

/// Signed distance to a polygon (Quilez), so that edges are smooth at any size.
static void px_shape_row(const px_row *row, const px_shape *settings, const float *points) {
  const px_row here = *row, *w = &here;  // copies, so that no store can seem to change them
  const px_shape local = *settings, *p = &local;
  float lo = low_v(w), hi = high_v(w);
  if (hi < p->lowV - w->pixel || lo > p->highV + w->pixel) return;
  int first = 0, last = w->n;
  if (w->du > 0) {
    float reach = w->pixel + p->wobble;
    float a = (p->lowU - reach - w->u) / w->du, b = (p->highU + reach - w->u) / w->du;
    if (b < 0 || a > (float)w->n) return;
    if (a > 0) first = (int)a & ~7;
    if (b < (float)w->n) last = (int)b + 1;
  }
  // Edges more than a pixel above or below the row change nothing in it: neither which places are
  // inside, nor, since cover is full or none half a pixel from the outline, how much is covered.
  enum { most = 128 };
  float near[4 * most];
  int edges = 0;
  for (int k = 0, j = p->count - 1; k < p->count && p->count <= most; j = k++) {
    float ay = points[2 * k + 1], by = points[2 * j + 1];
    if ((ay > hi + w->pixel && by > hi + w->pixel) || (ay < lo - w->pixel && by < lo - w->pixel))
      continue;
    float *edge = near + 4 * edges++;
    edge[0] = points[2 * k], edge[1] = ay, edge[2] = points[2 * j], edge[3] = by;
  }
  int isLong = p->count > most;
  float span = 1 / (p->highV - p->lowV + 1e-6f);
  for (int x = first; x < last; x += 8) {
    f8 t0 = through(w, x);
    if (hidden(t0)) continue;
    f8 u = u_at(w, x), v = v_at(w, x);
    if (p->wobble > 0) u += sinturn(v * f(31) + f(p->time * 0.9f)) * f(p->wobble);
    f8 best = f(1e9f);
    i8 inside = i(0);
    for (int k = 0, j = p->count - 1, end = isLong ? p->count : edges; k < end; j = k++) {
      const float *a = isLong ? points + 2 * k : near + 4 * k;
      const float *b = isLong ? points + 2 * j : near + 4 * k + 2;
      float ax = a[0], ay = a[1], bx = b[0], by = b[1];
      float ex = bx - ax, ey = by - ay, len = ex * ex + ey * ey + 1e-12f;
      f8 wx = u - f(ax), wy = v - f(ay);
      f8 t = clamp01((wx * f(ex) + wy * f(ey)) * f(1 / len));
      f8 qx = wx - f(ex) * t, qy = wy - f(ey) * t;
      best = min8(best, qx * qx + qy * qy);
      i8 above = v >= f(ay), under = v < f(by), left = f(ex) * wy > f(ey) * wx;
      inside ^= (above & under & left) | (~above & ~under & ~left);
    }
    f8 d = sqrt8(best);
    d = pick(inside, d, -d);
    f8 a = clamp01(d * f(1 / w->pixel) + f(0.5f)) * f(p->alpha);
    if (!any8(a > f(0))) continue;
    c8 c = mixc(color(p->bottom), color(p->top), clamp01((v - f(p->lowV)) * f(span)));
    lay(w, x, t0, c, a);
  }
}

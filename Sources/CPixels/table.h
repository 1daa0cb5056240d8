// One path's table. PX_TABLE names it.
const px_kernels PX_TABLE = {
  .sky = px_sky_row, .points = px_points_row, .cloud = px_cloud_row, .ridge = px_ridge_row,
  .city = px_city_row, .water = px_water_row, .road = px_road_row, .rays = px_rays_row, .veil = px_veil_row, .weave = px_weave_row,
  .mist = px_mist_row, .lights = px_lights_row, .shape = px_shape_row, .nebula = px_nebula_row,
  .planet = px_planet_row, .flow = px_flow_row, .tunnel = px_tunnel_row, .flame = px_flame_row, .bow = px_bow_row,
  .trunks = px_trunks_row, .noise = px_noise_row, .enlarge = px_enlarge_row, .add = px_add_row,
  .grade = px_grade_row, .brush = px_brush_row, .sheet = px_sheet_row, .sheetPlanes = px_sheet_planes, .luma = px_luma_row, .chroma = px_chroma_row,
  .rgb8 = px_rgb8_row, .mix = px_mix_bytes,
  .warp = px_warp_row, .join = px_join_row, .spline = px_spline, .three = px_three, .halve = px_halve,
};

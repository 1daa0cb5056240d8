import CPixels

extension Brush {
  /// Whether the brush takes its colors from the quarter-size picture.
  var dabs: Bool {
    switch self {
    case .pointillist, .facet, .oil, .pixel: true
    case .film, .wash, .ink, .halftone, .neon, .woodblock: false
    }
  }

  /// How the light is developed before this brush; without color where the palette has none.
  func grade(_ look: Look, palette: PaletteName) -> px_grade {
    var grade = px_grade()
    let dark = 1 - look.brightness
    grade.exposure =
      switch self {
      case .ink: 1.1 + 0.9 * dark * dark
      case .wash: 0.95 + 0.5 * dark
      case .halftone, .facet, .pointillist, .pixel: 1.06 + 0.25 * dark
      // Thick paint has its own light: what is developed for it is darker, or strokes bleach it.
      case .oil: 0.86 + 0.44 * dark
      case .woodblock: 0.72 + 0.5 * dark
      case .film, .neon: 1.06
      }
    // Daylight is developed darker than it is, as every camera does, or nothing is left of the sky.
    grade.exposure *= 1 - 0.36 * max(0, look.brightness - 0.6)
    grade.saturation = palette == .noir ? 0 : self == .halftone || self == .wash ? 1.2 : 1.06
    grade.contrast = self == .oil ? 0.42 : self == .film || self == .facet ? 0.30 : 0.15
    if palette == .noir { grade.contrast += 0.2 }
    grade.vignette = self == .film || self == .neon ? 0.42 : 0.16
    grade.lift = 0.0015
    grade.tint = px_rgb(r: 1, g: 1, b: 1)
    return grade
  }

  /// Paper, ink and accents of this brush; display values.
  func settings(_ look: Look, palette: PaletteName, width: Int, height: Int) -> px_brush {
    func shown(_ color: LinearColor) -> px_rgb {
      func curve(_ x: Float) -> Float { (x / (1 + x * x).squareRoot()).squareRoot() }
      return px_rgb(r: curve(color.x), g: curve(color.y), b: curve(color.z))
    }
    var brush = px_brush()
    brush.width = Int32(width)
    brush.height = Int32(height)
    brush.unit = Float(min(width, height))
    brush.amount = 1
    brush.paper = px_rgb(r: 0.955, g: 0.93, b: 0.875)
    brush.ink = px_rgb(r: 0.075, g: 0.07, b: 0.105)
    switch self {
    case .film: brush.kind = Int32(PX_FILM)
    case .wash: brush.kind = Int32(PX_WASH)
    case .ink: brush.kind = Int32(PX_INK)
    case .halftone: brush.kind = Int32(PX_HALFTONE)
    case .neon:
      brush.kind = Int32(PX_NEON)
      brush.accent = shown(look.accent.mixed(LinearColor(0.1, 1.2, 1.6), 0.35))
      brush.ink = shown(look.lamp.mixed(LinearColor(1.6, 0.12, 0.9), 0.55))
    case .pointillist:
      brush.kind = Int32(PX_POINTILLIST)
      brush.paper = px_rgb(r: 0.30, g: 0.26, b: 0.23)
    case .facet: brush.kind = Int32(PX_FACET)
    case .oil: brush.kind = Int32(PX_OIL)
    case .woodblock: brush.kind = Int32(PX_WOODBLOCK)
    case .pixel: brush.kind = Int32(PX_PIXEL)
    }
    if palette == .noir {
      // Black and white: paper and ink have no color either, and strokes lean to none.
      brush.mono = 1
      func grey(_ color: px_rgb) -> px_rgb {
        let light = color.r * 0.2126 + color.g * 0.7152 + color.b * 0.0722
        return px_rgb(r: light, g: light, b: light)
      }
      brush.paper = grey(brush.paper)
      brush.ink = grey(brush.ink)
      brush.accent = grey(brush.accent)
    }
    return brush
  }
}

import VoimoBase
import VoimoEngine

// Sources take the names of steps from the types of step; tests may spell them.

extension StepID: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension Target: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

package import VoimoBase

/// The declared place where the graph grows: when a step's value is known, more nodes are.
package struct Expansion: Sendable {
  /// The step whose value decides.
  package var waitsFor: StepID
  /// The kinds of step that it will add, so that targets can be checked before it is known.
  package var kinds: [String]
  /// Makes the nodes from the value's bytes; pure.
  ///
  /// - Throws: `ProjectProblems` when the user's file does not fit what was found.
  package var expand: @Sendable (_ value: [UInt8]) throws -> [Node]

  /// Declares where and how the graph grows.
  package init(
    waitsFor: StepID, kinds: [String], expand: @escaping @Sendable ([UInt8]) throws -> [Node]
  ) {
    self.waitsFor = waitsFor
    self.kinds = kinds
    self.expand = expand
  }
}

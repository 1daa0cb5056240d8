package import VoimoBase

/// The checkpoint that a file names for an image back end.
package struct ModelReference: Hashable, Sendable {
  /// As written: a name or a file.
  package var checkpoint: String
  /// The hash that the checkpoint's file must have, 64 hexadecimal digits; nil for any.
  package var sha256: String?
  /// Small changes to the checkpoint, in the order of the file.
  package var loras: [Lora]
  /// Where the checkpoint is written.
  package var span: SourceSpan

  /// Names a checkpoint.
  package init(checkpoint: String, sha256: String? = nil, loras: [Lora] = [], span: SourceSpan) {
    self.checkpoint = checkpoint
    self.sha256 = sha256
    self.loras = loras
    self.span = span
  }
}

/// A small change to a checkpoint, from a file of its own.
package struct Lora: Hashable, Sendable {
  /// As written.
  package var name: String
  /// How strongly it works, -4 to 4; 1 is as it was made.
  package var weight: Double
  package var span: SourceSpan

  /// Names a change.
  package init(name: String, weight: Double = 1, span: SourceSpan) {
    self.name = name
    self.weight = weight
    self.span = span
  }
}

/// How an image model samples; what is nil is left to the back end.
package struct Sampling: Hashable, Sendable {
  /// In the back end's own words: `dpmpp_2m`.
  package var sampler: String?
  /// In the back end's own words: `karras`.
  package var scheduler: String?
  /// 1 to 150.
  package var steps: Int?
  /// How closely the prompt is followed, 0 to 30.
  package var cfgScale: Double?
  /// How many of the text encoder's last layers are left out, 1 to 12.
  package var clipSkip: Int?

  /// Nothing is said.
  package init() {}
}

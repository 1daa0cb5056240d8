package import VoimoBase

extension Project {
  /// What decides the look of a section, or of one of its shots, at a time of the song, after all
  /// overrides.
  ///
  /// The more specific wins: a shot over a time range over `chorus.2` over `chorus` over the file.
  /// Shots that are cut at `overrideTimes` lie wholly inside or outside of a range.
  ///
  /// - Parameters:
  ///   - section: Which section.
  ///   - time: Of the song, inside of the section.
  ///   - shot: Which shot of the section, from 0; nil leaves keys of shots out.
  /// - Returns: All that decides pictures there.
  /// - Complexity: O(*n*) in the overrides.
  package func look(
    of section: SectionID, at time: Seconds, shot: Int? = nil
  ) -> ResolvedLook {
    let chosen: [(rank: Int, change: SectionOverride)] = sections.compactMap { change in
      switch change.selector {
      case .label(let label): label == section.label ? (0, change) : nil
      case .section(let id): id == section ? (1, change) : nil
      case .range(let from, let to): from <= time && time < to ? (2, change) : nil
      case .shot(let id, let index): id == section && index == shot ? (3, change) : nil
      }
    }
    var look = ResolvedLook(
      theme: theme, artist: artist, prompt: filePrompt, negativePrompt: negativePrompt, seed: nil,
      take: 1, motion: motion.rates, image: nil, animation: animation, range: nil, shot: nil)
    var motion = motion
    for (rank, change) in chosen.sorted(by: { $0.rank < $1.rank }) {
      if rank == 2 { look.range = change.key }
      if rank == 3 { look.shot = change.key }
      look.theme = change.theme ?? look.theme
      look.artist = change.artist ?? look.artist
      look.prompt = change.prompt?.over(look.prompt) ?? look.prompt
      look.negativePrompt = change.negativePrompt ?? look.negativePrompt
      look.seed = change.seed ?? look.seed
      look.take = change.take ?? look.take
      look.image = change.image ?? look.image
      look.animation = change.animation ?? look.animation
      motion = change.motion?.over(motion) ?? motion
    }
    look.motion = motion.rates
    return look
  }

  /// Where time ranges under `sections:` begin and end, sorted, each once: shots are cut here.
  package var overrideTimes: [Seconds] {
    let times = sections.flatMap { change -> [Seconds] in
      guard case .range(let start, let end) = change.selector else { return [] }
      return [start, end]
    }
    return Set(times).sorted()
  }
}

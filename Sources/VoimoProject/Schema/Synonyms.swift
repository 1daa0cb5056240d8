/// What other programs call a field, for those who bring the word with them.
enum Synonyms {
  /// By the other word, the field of voimo in the same mapping.
  static let fields = [
    "sampler_name": "sampler", "sampling_method": "sampler", "noise_schedule": "scheduler",
    "num_inference_steps": "steps", "sampling_steps": "steps", "cfg": "cfg_scale",
    "guidance": "cfg_scale", "guidance_scale": "cfg_scale", "clip_stop_at_last_layers": "clip_skip",
    "lora": "loras", "ckpt": "checkpoint", "sd_model_checkpoint": "checkpoint", "hash": "sha256",
    "photos": "images", "pictures": "images", "photo": "image", "picture": "image",
    "negative": "negative_prompt", "strength_model": "weight", "base_url": "url",
    "endpoint": "url", "address": "url", "host": "url", "batch_size": "batch", "venv": "python",
    "virtualenv": "python", "gpu": "device", "gpus": "devices", "checkpoints": "models",
    "threads": "concurrency", "parallel": "concurrency", "token": "api_key", "key": "api_key",
  ]

  /// The same for a back end's settings in `voimo.yaml`, where other words may be its own.
  static let settings = ["base_url": "url", "endpoint": "url", "apikey": "api_key"]
}

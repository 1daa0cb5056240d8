#include "loader.h"

#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

void *voimo_lazy_find(struct voimo_lazy_entry *entry) {
  const char *library = *entry->library;
  // Loading again what is loaded only counts a reference; the library is never closed.
  void *handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  void *function = handle ? dlsym(handle, entry->name) : NULL;
  if (!function) {
    const char *problem = dlerror();
    dprintf(
      STDERR_FILENO, "error: voimo cannot use %s: %s\n  = %s\n", library,
      problem ? problem : "it lacks a function",
      "it comes with ffmpeg's libraries; 'apt-get install ffmpeg' installs them all");
    _exit(7);
  }
  // Two threads that come here at once store the same address.
  __atomic_store_n(&entry->target, function, __ATOMIC_RELEASE);
  return function;
}

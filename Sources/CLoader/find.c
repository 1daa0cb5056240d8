#include "loader.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void *voimo_lazy_find(struct voimo_lazy_entry *entry) {
  const char *library = *entry->library;
  // Loading again what is loaded only counts a reference; the library is never closed.
  void *handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  void *function = handle ? dlsym(handle, entry->name) : NULL;
  if (!function) {
    const char *said = dlerror();
    const char *problem = said ? said : "it lacks a function";
    // Only what is not there can be installed; there may also be too little memory for it.
    const char *fix = strstr(problem, "No such file")
      ? "\n  = it comes with ffmpeg's libraries; 'apt-get install ffmpeg' installs them all" : "";
    dprintf(STDERR_FILENO, "error: voimo cannot use %s: %s%s\n", library, problem, fix);
    _exit(7);
  }
  // Two threads that come here at once store the same address.
  __atomic_store_n(&entry->target, function, __ATOMIC_RELEASE);
  return function;
}

// Functions of shared libraries that are loaded when the first of them is called.
//
// libav brings about 110 other libraries with it, and loading them takes longer than a build in
// which nothing is to be done. So voimo is not linked with libav: it has a stub for every function
// of libav that it calls. A stub jumps to where its entry points: at first to code that loads the
// library and finds the function, from then on to the function itself.
//
// An assembly file lists the functions; it includes this header:
//
//     #include "loader.h"
//     LAZY_FUNCTION(avutil, av_frame_alloc)
//
// and a C file beside it gives the name of the library's file:
//
//     const char *const voimo_library_avutil = "libavutil.so.57";
//
// The stubs are hidden symbols: the libraries themselves, which call each other, never see them.

#ifdef __ASSEMBLER__

#if defined(__x86_64__)
#define LAZY_JUMP(name) jmp *voimo_entry_##name(%rip)
#define LAZY_FIRST(name) leaq voimo_entry_##name(%rip), %r11 ; jmp voimo_loader
#elif defined(__aarch64__)
#define LAZY_JUMP(name) \
  adrp x16, voimo_entry_##name ; ldr x16, [x16, #:lo12:voimo_entry_##name] ; br x16
#define LAZY_FIRST(name) \
  adrp x17, voimo_entry_##name ; add x17, x17, #:lo12:voimo_entry_##name ; b voimo_loader
#else
#error "voimo loads libav on the first call, which is written for x86-64 and ARM64 only"
#endif

#define LAZY_FUNCTION(library, name) \
  .text ; .p2align 4 ; \
  .globl name ; .hidden name ; .type name, %function ; \
  name: LAZY_JUMP(name) ; .size name, . - name ; \
  voimo_first_##name: LAZY_FIRST(name) ; \
  .section .rodata.str1.1, "aMS", %progbits, 1 ; \
  voimo_name_##name: .asciz #name ; \
  .data ; .p2align 3 ; \
  voimo_entry_##name: .quad voimo_first_##name, voimo_name_##name, voimo_library_##library

#else

/// What a stub knows of its function; laid out by LAZY_FUNCTION.
struct voimo_lazy_entry {
  /// Where the stub jumps to.
  void *target;
  /// The function's name.
  const char *name;
  /// The name of the library's file: the address of a constant.
  const char *const *library;
};

/// Loads an entry's library if it is not loaded yet, and points the entry to the function.
///
/// Ends the process with a sentence and status 7 when the library or the function is not there.
///
/// - Returns: the function's address.
void *voimo_lazy_find(struct voimo_lazy_entry *entry);

#endif

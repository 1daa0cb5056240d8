// SHA-256 through EVP, which picks the CPU's own instructions.
#include <openssl/evp.h>

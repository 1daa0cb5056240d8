// Unicode's tables, as utf8proc keeps them.
#include <utf8proc.h>

#include "core/base/memory.h"

#include <QtGlobal> // tells which C library there is

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace checkup {

void giveBackMemory()
{
#ifdef __GLIBC__
    // It keeps the pieces of large vectors, which lie among others.
    malloc_trim(0);
#endif
}

} // namespace checkup

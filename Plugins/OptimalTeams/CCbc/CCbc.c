#include "CCbc.h"

#ifdef CCBC_FUNCTIONS
#include <dlfcn.h>

#ifdef __APPLE__
static const char *const library_name = "libCbcSolver.3.dylib";
#else
static const char *const library_name = "libCbcSolver.so.3";
#endif

_Bool ccbc_load(CCbcFunctions *functions) {
    void *library = dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
    if (!library) return 0;
#define CCBC_FIND(name)                                                                                                \
    functions->name = (__typeof__(functions->name))dlsym(library, "Cbc_" #name);                                       \
    if (!functions->name) return 0;
    CCBC_FUNCTIONS(CCBC_FIND)
    return 1;
}
#endif

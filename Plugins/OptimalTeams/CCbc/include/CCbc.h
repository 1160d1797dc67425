#ifndef CCBC_H
#define CCBC_H

// Cbc is loaded at the first search: it brings a dozen libraries with it, which would cost every command a sixth of its start.

#if __has_include(<coin/Cbc_C_Interface.h>)
#include <coin/Cbc_C_Interface.h>

/// The functions of Cbc that we use.
#define CCBC_FUNCTIONS(USE)                                                                                            \
    USE(newModel) USE(deleteModel) USE(loadProblem) USE(setObjSense) USE(setInteger) USE(setParameter)                 \
    USE(setLogLevel) USE(solve) USE(getObjValue) USE(getColSolution) USE(getBestPossibleObjValue) USE(getReducedCost)  \
    USE(isProvenOptimal) USE(isSecondsLimitReached) USE(isNodeLimitReached) USE(isProvenInfeasible)                    \
    USE(isInitialSolveProvenPrimalInfeasible)

#define CCBC_FIELD(name) __typeof__(&Cbc_##name) name;
typedef struct {
    CCBC_FUNCTIONS(CCBC_FIELD)
} CCbcFunctions;

/// Fills in all functions; false where the library is not on this machine. For one thread at a time.
_Bool ccbc_load(CCbcFunctions *functions);
#endif

#endif

/** How a server's words and commands name what was last done for a connection (FinalRequestProcessor, `lastOp`). */
import type { OperationName } from '../client/operations.ts';

/** `lop=`; null for a connection that has only its session, and for one whose figures were reset: `isReset`. */
export function lastOperationText(operation: OperationName | null, isReset: boolean): string {
  if (operation === null) return isReset ? 'NA' : 'SESS';
  return LAST_OPERATION[operation];
}

const LAST_OPERATION: Readonly<Record<OperationName, string>> = {
  addWatch: 'ADDW',
  // Dealt with before there is a request.
  auth: 'NA',
  check: 'CHEC',
  checkWatches: 'CHKW',
  closeSession: 'CLOS',
  create: 'CREA',
  create2: 'CREA',
  createContainer: 'CREA',
  createSession: 'SESS',
  createTTL: 'CREA',
  delete: 'DELE',
  deleteContainer: 'DELE',
  exists: 'EXIS',
  getACL: 'GETA',
  getAllChildrenNumber: 'GETACN',
  getChildren: 'GETC',
  getData: 'GETD',
  getEphemerals: 'GETE',
  multi: 'MULT',
  multiRead: 'MLTR',
  reconfig: 'RECO',
  removeWatches: 'REMW',
  setACL: 'SETA',
  setData: 'SETD',
  setWatches: 'SETW',
  sync: 'SYNC',
  whoAmI: 'HOMI',
};

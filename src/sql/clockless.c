/* clockless - the usual system interface of SQLite, but for its clock. */
#include "sql/clockless.h"

#include <sqlite3.h>

#include "base/diag.h"

static int no_time(sqlite3_vfs *vfs, sqlite3_int64 *milliseconds) {
	(void)vfs;
	*milliseconds = 0;
	return SQLITE_ERROR;
}

const char *clockless_vfs(void) {
	static sqlite3_vfs vfs;
	if (vfs.zName != NULL)
		return vfs.zName;
	const sqlite3_vfs *usual = sqlite3_vfs_find(NULL);
	if (usual == NULL)
		die("sqlite: there is no usual vfs");
	vfs = *usual;
	vfs.pNext = NULL;
	vfs.zName = "clockless";
	/* asked in place of xCurrentTime since version 2 of the structure */
	vfs.xCurrentTimeInt64 = no_time;
	sqlite3_vfs_register(&vfs, 0);
	/* 1: "local time unavailable", as where the system has no zones */
	sqlite3_test_control(SQLITE_TESTCTRL_LOCALTIME_FAULT, 1);
	return vfs.zName;
}

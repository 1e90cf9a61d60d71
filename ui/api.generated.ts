/** Generated from docs/generated/openapi.json; run npm run generate. */

export interface paths {
    "/api/system/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the state of the whole installation
         * @description Access: permission system.read. Limit: 600 in 60 s.
         */
        get: operations["readTheStateOfTheWholeInstallation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the followers of the log, with lag and errors
         * @description Access: permission system.read. Limit: 600 in 60 s.
         */
        get: operations["listTheFollowersOfTheLogWithLagAndErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/consumers/{name}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Pause a follower of the log
         * @description Access: permission system.operate. Limit: 120 in 60 s.
         */
        put: operations["pauseAFollowerOfTheLog"];
        post?: never;
        /**
         * Resume a follower of the log
         * @description Access: permission system.operate. Limit: 120 in 60 s.
         */
        delete: operations["resumeAFollowerOfTheLog"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what followers of the log could not do
         * @description Access: permission system.read. Limit: 600 in 60 s.
         */
        get: operations["listWhatFollowersOfTheLogCouldNotDo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/dead-letters/{id}/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a dead letter back to its follower
         * @description Access: permission system.operate. Limit: 120 in 60 s.
         */
        post: operations["sendADeadLetterBackToItsFollower"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give a dead letter up
         * @description Access: permission system.operate. Limit: 120 in 60 s.
         */
        delete: operations["giveADeadLetterUp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List background jobs, newest first
         * @description Access: operator. Limit: 600 in 60 s.
         */
        get: operations["listBackgroundJobsNewestFirst"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a background job
         * @description Access: signed in. Limit: 600 in 60 s.
         */
        get: operations["readABackgroundJob"];
        put?: never;
        post?: never;
        /**
         * Cancel a background job
         * @description Access: signed in. Limit: 120 in 60 s.
         */
        delete: operations["cancelABackgroundJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a failed or cancelled job back
         * @description Access: signed in. Limit: 120 in 60 s.
         */
        post: operations["sendAFailedOrCancelledJobBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List recurring work
         * @description Access: permission system.read. Limit: 600 in 60 s.
         */
        get: operations["listRecurringWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what changes: server-sent events `stale` (query keys to fetch again) and `job`
         * @description Access: signed in. Limit: 60 in 60 s.
         */
        get: operations["followWhatChangesServerSentEventsStaleQueryKeysToFetchAgainAndJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            status: number;
            /** @description Stable; programs decide by it */
            code: string;
            /** @description For people, in their language */
            title: string;
            fields?: {
                /** @description Where: body.name, query.limit */
                path: string;
                /** @description What is wrong and how to mend it */
                message: string;
            }[];
            /** @description Name of the request in the log */
            requestId: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readTheStateOfTheWholeInstallation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What somebody should look at; empty when all is well */
                        warnings: {
                            /** @enum {string} */
                            code: "notDurable" | "commitsUnflushed" | "noChecksums" | "connectionsScarce" | "transactionHangs" | "warehouseAway" | "consumerBehind" | "consumerPaused" | "deadLetters" | "queueStuck" | "jobsFailed" | "diskLow" | "noWorker" | "noBackup";
                            message: string;
                            grave: boolean;
                        }[];
                        postgres: {
                            version: string;
                            embedded: boolean;
                            /** @description Bytes */
                            bytes: number;
                            fsync: boolean;
                            fullPageWrites: boolean;
                            synchronousCommit: string;
                            checksums: boolean;
                            connections: number;
                            maxConnections: number;
                            oldestTransactionSeconds: number;
                        };
                        warehouse: {
                            /** @enum {string} */
                            state: "ready" | "degraded" | "missing";
                            embedded: boolean;
                            /** Format: date-time */
                            freshTo: string | null;
                            lagSeconds: number | null;
                            reason: string | null;
                        };
                        queues: {
                            name: string;
                            waiting: number;
                            active: number;
                            failed: number;
                            oldestSeconds: number;
                        }[];
                        consumers: {
                            name: string;
                            lagRows: number;
                            lagSeconds: number;
                            deadLetters: number;
                            paused: boolean;
                        }[];
                        storage: {
                            tables: {
                                name: string;
                                /** @description Bytes */
                                bytes: number;
                                rows: number;
                            }[];
                            folders: {
                                name: string;
                                /** @description Bytes */
                                bytes: number;
                            }[];
                            disk: {
                                /** @description Bytes */
                                freeBytes: number;
                                /** @description Bytes */
                                totalBytes: number;
                            } | null;
                        };
                        processes: {
                            host: string;
                            pid: number;
                            roles: string[];
                            version: string;
                            /** @description Bytes */
                            memoryBytes: number;
                            /** Format: date-time */
                            startedAt: string;
                            uptimeSeconds: number;
                            alive: boolean;
                        }[];
                        versions: {
                            juluo: string;
                            node: string;
                            postgres: string;
                        };
                        /** Format: date-time */
                        lastBackupAt: string | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTheFollowersOfTheLogWithLagAndErrors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            /** @enum {string} */
                            state: "running" | "paused" | "retrying";
                            lag: {
                                /** @description Rows of the log not passed yet, counted up to 100,000 */
                                rows: number;
                                /** @description Age of the oldest of them */
                                seconds: number;
                            };
                            deadLetters: number;
                            /** @description Failed tries of the row it cannot get past now */
                            failures: number;
                            lastError: string | null;
                            /** Format: date-time */
                            lastErrorAt: string | null;
                            /** Format: date-time */
                            retryAt: string | null;
                            /** Format: date-time */
                            advancedAt: string;
                            pause: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                                reason: string;
                            } | null;
                            can: {
                                pause: boolean;
                                resume: boolean;
                            };
                        }[];
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseAFollowerOfTheLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeAFollowerOfTheLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWhatFollowersOfTheLogCouldNotDo: {
        parameters: {
            query?: {
                /** @description Id of a row */
                cursor?: string;
                limit?: number;
                consumer?: string;
                state?: "open" | "settled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * @description Id of a row
                             * @example 42
                             */
                            id: string;
                            consumer: string;
                            /** @description Empty for a consumer that takes batches */
                            effect: string;
                            event: {
                                seq: string;
                                name: string;
                            };
                            reason: string;
                            attempts: number;
                            /** Format: date-time */
                            failedAt: string;
                            /** @enum {string} */
                            state: "open" | "redriving" | "redriven" | "discarded";
                            resolvedBy: string | null;
                            /** Format: date-time */
                            resolvedAt: string | null;
                            can: {
                                redrive: boolean;
                                discard: boolean;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendADeadLetterBackToItsFollower: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveADeadLetterUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a row */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBackgroundJobsNewestFirst: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "created" | "retry" | "active" | "completed" | "cancelled" | "failed";
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            label: string;
                            /** @enum {string} */
                            state: "created" | "retry" | "active" | "completed" | "cancelled" | "failed";
                            attempts: number;
                            retryLimit: number;
                            requestedBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            startAfter: string;
                            /** Format: date-time */
                            startedAt: string | null;
                            /** Format: date-time */
                            completedAt: string | null;
                            progress: {
                                done: number;
                                total: number | null;
                                note: string | null;
                            } | null;
                            /** @description What it returned */
                            result?: unknown;
                            /** @description Why it ended, or why its latest try failed */
                            error: string | null;
                            can: {
                                cancel: boolean;
                                retry: boolean;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readABackgroundJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        label: string;
                        /** @enum {string} */
                        state: "created" | "retry" | "active" | "completed" | "cancelled" | "failed";
                        attempts: number;
                        retryLimit: number;
                        requestedBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        startAfter: string;
                        /** Format: date-time */
                        startedAt: string | null;
                        /** Format: date-time */
                        completedAt: string | null;
                        progress: {
                            done: number;
                            total: number | null;
                            note: string | null;
                        } | null;
                        /** @description What it returned */
                        result?: unknown;
                        /** @description Why it ended, or why its latest try failed */
                        error: string | null;
                        can: {
                            cancel: boolean;
                            retry: boolean;
                        };
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelABackgroundJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendAFailedOrCancelledJobBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer, and the effect once */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRecurringWork: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            job: string;
                            label: string;
                            cron: string;
                            zone: string;
                            why: string;
                            /** Format: date-time */
                            nextAt: string | null;
                            last: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                state: "created" | "retry" | "active" | "completed" | "cancelled" | "failed";
                                /** Format: date-time */
                                at: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followWhatChangesServerSentEventsStaleQueryKeysToFetchAgainAndJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any problem; `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

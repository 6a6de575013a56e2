/**
 * Client of podnet: a thin layer over the generated code of {@code io.podnet.v1}.
 *
 * <p>{@link io.podnet.Client} makes calls and adds what a good caller does anyway: a deadline that covers all attempts,
 * retries that follow the reason of an error, one {@code request_id} for each logical call, and typed errors. It checks
 * nothing that the server checks.
 */
package io.podnet;

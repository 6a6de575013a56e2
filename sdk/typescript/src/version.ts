/** Version of this package, held equal to its manifest by a test. */
export const VERSION = "0.1.0";

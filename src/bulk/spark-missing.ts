import { findSpark } from './find-spark.ts';

/**
 * Why tests that need Spark with Pathling are skipped here, in a sentence; undefined where both are to be had. Only a
 * Python that is named is meant: whoever has them by chance does not wait minutes for a test.
 */
export const sparkMissing: string | undefined = ((): string | undefined => {
  if ((process.env['CHARTSIDE_SPARK_PYTHON'] ?? '') === '')
    return 'CHARTSIDE_SPARK_PYTHON names no Python that has Spark with Pathling';
  const found = findSpark(process.env);
  return 'missing' in found ? found.missing : undefined;
})();

/** The two Keycloaks that the app is tried against: the legacy one, nearest to NextGen Office's, and the current one. */
export type Generation = 16 | 26;

export interface Distribution {
  readonly version: string;
  /** Maven coordinates, and the file's name in a Maven repository. */
  readonly artifact: string;
  readonly file: string;
  /** Of the packed file. Seen on 23 November 2026; Maven Central never changes what it has published. */
  readonly sha256: string;
  /** The folder inside the packed file. */
  readonly folder: string;
  readonly megabytes: number;
  /** Versions of Java it runs on. 16 sets a security manager, which Java 24 no longer has. */
  readonly java: { readonly from: number; readonly to: number };
}

export const generations: Readonly<Record<Generation, Distribution>> = {
  16: {
    version: '16.1.1',
    artifact: 'org.keycloak:keycloak-server-dist:16.1.1:tar.gz',
    file: 'org/keycloak/keycloak-server-dist/16.1.1/keycloak-server-dist-16.1.1.tar.gz',
    sha256: 'bb120dd1433ba7f2713cef2f064556c058bc0409a8ce0a62aa9cccc1349d1ad7',
    folder: 'keycloak-16.1.1',
    megabytes: 269,
    java: { from: 17, to: 23 },
  },
  26: {
    version: '26.7.3',
    artifact: 'org.keycloak:keycloak-quarkus-dist:26.7.3:tar.gz',
    file: 'org/keycloak/keycloak-quarkus-dist/26.7.3/keycloak-quarkus-dist-26.7.3.tar.gz',
    sha256: '77657f30b7e90d70f727712ce1c967f430fd6a5e9f458d32d8c6df0635345f47',
    folder: 'keycloak-26.7.3',
    megabytes: 176,
    java: { from: 17, to: Number.POSITIVE_INFINITY },
  },
};

/** "Java 17 to 23" or "Java 17 or newer". */
export function javaWanted({ java }: Distribution): string {
  return Number.isFinite(java.to) ? `Java ${java.from} to ${java.to}` : `Java ${java.from} or newer`;
}

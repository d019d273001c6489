/** How each Keycloak's Java is called: directly, without the scripts around it, so that one process is one server. */
import type { Generation } from './generations.ts';

export interface ServerPlace {
  /** The unpacked distribution, which is only read. */
  readonly home: string;
  /** A folder of this run alone: realm, data, logs. */
  readonly work: string;
  readonly port: number;
  /** Ports that WildFly wants beside it. */
  readonly spare: readonly [https: number, management: number];
}

const memory = [
  '-Xms64m',
  '-Xmx512m',
  '-XX:MaxMetaspaceSize=384m',
  '-XX:TieredStopAtLevel=1',
  '-Djava.awt.headless=true',
];
const opens = (...packages: readonly string[]) => packages.map((name) => `--add-opens=${name}=ALL-UNNAMED`);

function quarkus(home: string): readonly string[] {
  return [
    ...memory,
    ...opens(
      'java.base/java.util',
      'java.base/java.util.concurrent',
      'java.base/java.security',
      'java.base/java.lang',
    ),
    `-Dkc.home.dir=${home}`,
    `-Djboss.server.config.dir=${home}/conf`,
    '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
    '-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory',
    '-Dpicocli.disable.closures=true',
    '-cp',
    `${home}/lib/quarkus-run.jar`,
    'io.quarkus.bootstrap.runner.QuarkusEntryPoint',
  ];
}

/** What a generation's Java runs once after unpacking; undefined where there is nothing to do. */
export function preparation(generation: Generation, home: string): readonly string[] | undefined {
  return generation === 16
    ? undefined
    : [...quarkus(home), 'build', '--db=dev-mem', '--features-disabled=admin', '--http-relative-path=/auth'];
}

/** The arguments of Java for a server that listens on loopback alone. */
export function serverArguments(generation: Generation, place: ServerPlace): readonly string[] {
  return generation === 16 ? wildfly(place) : current(place);
}

function current({ work, port }: ServerPlace): readonly string[] {
  return [
    ...quarkus(work),
    'start',
    '--optimized',
    '--import-realm',
    '--cache=local',
    '--http-enabled=true',
    '--hostname-strict=false',
    '--http-host=127.0.0.1',
    `--http-port=${port}`,
  ];
}

function wildfly({ home, work, port, spare: [https, management] }: ServerPlace): readonly string[] {
  return [
    ...memory,
    ...opens(
      'java.base/java.lang',
      'java.base/java.lang.invoke',
      'java.base/java.lang.reflect',
      'java.base/java.io',
      'java.base/java.security',
      'java.base/java.util',
      'java.base/java.util.concurrent',
      'java.management/javax.management',
      'java.naming/javax.naming',
    ),
    '--add-exports=java.desktop/sun.awt=ALL-UNNAMED',
    '--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED',
    '-Djava.security.manager=allow',
    '-Djava.net.preferIPv4Stack=true',
    '-Djboss.modules.system.pkgs=org.jboss.byteman',
    `-Dorg.jboss.boot.log.file=${work}/log/server.log`,
    `-Dlogging.configuration=file:${work}/configuration/logging.properties`,
    '-jar',
    `${home}/jboss-modules.jar`,
    '-mp',
    `${home}/modules`,
    'org.jboss.as.standalone',
    `-Djboss.home.dir=${home}`,
    `-Djboss.server.base.dir=${work}`,
    '-b',
    '127.0.0.1',
    '-Djboss.bind.address.management=127.0.0.1',
    `-Djboss.http.port=${port}`,
    `-Djboss.https.port=${https}`,
    `-Djboss.management.http.port=${management}`,
    '-Dkeycloak.migration.action=import',
    '-Dkeycloak.migration.provider=singleFile',
    `-Dkeycloak.migration.file=${work}/realm.json`,
    '-Dkeycloak.migration.strategy=OVERWRITE_EXISTING',
  ];
}

// what Maven said in its three runs
def log = new File(basedir, 'build.log').getText('UTF-8')
def runs = log.split('Scanning for projects').drop(1)
assert runs.size() == 3
assert !log.contains('unknown agent argument')

assert runs[0].contains('0 leaks, 0 defects, 0 notices')
// the option log, whose file has a blank in its name
assert ['bash', '-c', 'grep -q "summary: 1 session, 1 closed" */target/"agent log.txt"']
    .execute(null, basedir).waitFor() == 0

assert runs[1].contains('skipped, because tlsleak.skip is set')
assert !runs[1].contains('javaagent')

assert runs[2].contains('-DargLine of the command line hides the agent')
assert runs[2] =~ /tests ran \(surefire-reports.TEST-shop\.PriceTest\.xml\) without the agent/

// so that any JVM can delete it
assert ['bash', '-c', 'mv der* project'].execute(null, basedir).waitFor() == 0

// what Maven said in its four runs
def log = new File(basedir, 'build.log').getText('UTF-8')
def runs = log.split('Scanning for projects').drop(1)
assert runs.size() == 4
assert !log.contains('unknown agent argument')

assert runs[0].contains('1. leak: 1 UNUSED')
assert runs[0] =~ /> shop\.PriceTest\.asksForThePrice\(PriceTest\.java:\d+\)/
assert runs[0].contains('--fail-on leak: 1 finding at 1 site; no baseline ')
assert runs[0].contains('no test ran, no report in ')
// the page is there although the check failed
assert runs[0] =~ /report: .*index\.html/
assert ['bash', '-c', 'test -s */target/site/tlsleak/index.html'].execute(null, basedir).waitFor() == 0

assert runs[1].contains('baseline is written to ')
assert runs[2].contains('BUILD SUCCESS')
// reports of the earlier runs are gone
assert runs[2].contains('1 leak, 0 defects, 0 notices')
assert runs[3].contains('BUILD SUCCESS')

// so that any JVM can delete it
assert ['bash', '-c', 'mv der* project'].execute(null, basedir).waitFor() == 0

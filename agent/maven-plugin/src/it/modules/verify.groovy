// what Maven said in its two runs
def log = new File(basedir, 'build.log').getText('UTF-8')
def runs = log.split('Scanning for projects').drop(1)
assert runs.size() == 2
assert !log.contains('unknown agent argument')

// two JVMs of surefire, each with a report of its own
def reports = ['bash', '-c', 'ls */target/tlsleak/*.jsonl'].execute(null, basedir).text.readLines()
assert reports.size() == 3
assert runs[0] =~ /unit \.+ SUCCESS/
assert runs[0].contains('1. leak: 1 UNUSED')
assert runs[0] =~ /> shop\.PriceIT\.asksForThePrice\(PriceIT\.java:\d+\)/
assert runs[0] =~ /failsafe \.+ FAILURE/
assert runs[0] =~ /empty \.+ SUCCESS/

def page = new File(basedir, 'target/site/tlsleak-aggregate/index.html').getText('UTF-8')
assert page.contains('shop.PriceIT.asksForThePrice')

// so that any JVM can delete it
assert ['bash', '-c', 'mv *unit unit && mv *failsafe failsafe'].execute(null, basedir).waitFor() == 0

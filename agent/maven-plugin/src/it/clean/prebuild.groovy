// the name has a blank and a letter beyond ASCII; this JVM may not be able to write it
def move = ['bash', '-c', 'mv project "$(printf \'der K\\303\\244se Shop\')"'].execute(null, basedir)
assert move.waitFor() == 0 : move.err.text

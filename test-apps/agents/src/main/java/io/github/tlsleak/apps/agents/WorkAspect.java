package io.github.tlsleak.apps.agents;

import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** An aspect that prints when the program's work begins, on the thread that does the work. */
@Aspect
public class WorkAspect {
    @Before("execution(* io.github.tlsleak.apps.others.Work.square(..))")
    public void before() {
        System.err.println("aspect: work begins");
    }
}

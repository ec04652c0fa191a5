package [=package].web;

[#list service.sorted([package + '.api.' + api.name + 'Api', 'org.springframework.web.bind.annotation.RestController']) as import]
import [=import];
[/#list]

/** Override a method of {@link [=api.name]Api} here to give it behaviour. */
@RestController
class [=api.name]Controller[=open][=sp]implements [=api.name]Api[=close] {}

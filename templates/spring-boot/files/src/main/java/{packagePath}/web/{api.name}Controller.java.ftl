package [=package].web;

[#list [package + '.api.' + api.name + 'Api', 'org.springframework.web.bind.annotation.RestController']?sort as import]
import [=import];
[/#list]

/** Override a method of {@link [=api.name]Api} here to give it behaviour. */
@RestController
class [=api.name]Controller implements [=api.name]Api {}
